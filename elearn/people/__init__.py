"""People: who holds which post where, and since when.

An *organisation unit* (a union body, a branch, an agency, a school) stands in an area, which may
change. A *post* is an office; holding it puts a person into *target groups*. A *tenure* is a person
in a post of a unit on some days; it also keeps when we knew it. A *person* keeps her key for ever:
two entries of one human being are joined by `same_as`, and nothing is re-pointed.
"""

from elearn.people.models import (
    END_REASON_NAMES,
    GENDER_NAMES,
    UNIT_KIND_NAMES,
    EndReason,
    Gender,
    OrgUnit,
    OrgUnitPlace,
    Person,
    Post,
    PostGroup,
    TargetGroup,
    Tenure,
    UnitKind,
)

__all__ = [
    "END_REASON_NAMES",
    "GENDER_NAMES",
    "UNIT_KIND_NAMES",
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
