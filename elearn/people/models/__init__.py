"""Tables of people: offices, the bodies they are held in, persons and tenures."""

from elearn.people.models.persons import (
    END_REASON_NAMES,
    GENDER_NAMES,
    EndReason,
    Gender,
    Person,
    Tenure,
)
from elearn.people.models.posts import Post, PostGroup, TargetGroup
from elearn.people.models.units import UNIT_KIND_NAMES, UNIT_LEVELS, OrgUnit, OrgUnitPlace, UnitKind

__all__ = [
    "END_REASON_NAMES",
    "GENDER_NAMES",
    "UNIT_KIND_NAMES",
    "UNIT_LEVELS",
    "EndReason",
    "Gender",
    "OrgUnit",
    "OrgUnitPlace",
    "Person",
    "Post",
    "PostGroup",
    "TargetGroup",
    "Tenure",
    "UnitKind",
]
