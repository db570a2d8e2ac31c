"""Tables of people: offices, the bodies they are held in, persons, tenures and levels."""

from elearn.people.models.corrections import CorrectionRequest
from elearn.people.models.headcounts import Headcount
from elearn.people.models.levels import Qualification, QualificationReview
from elearn.people.models.listing import FoundWord, ListedTenure
from elearn.people.models.persons import (
    GENDER_NAMES,
    Gender,
    Person,
    PersonJoin,
    PersonJoinFollower,
)
from elearn.people.models.posts import Post, PostGroup, TargetGroup
from elearn.people.models.proposals import TenureProposal
from elearn.people.models.tenures import PlannedPost, Tenure
from elearn.people.models.units import (
    EXCLUSION_REASON_NAMES,
    UNIT_KIND_NAMES,
    UNIT_LEVELS,
    ExclusionReason,
    OrgUnit,
    OrgUnitName,
    OrgUnitPlace,
    UnitExclusion,
    UnitKind,
)

__all__ = [
    "EXCLUSION_REASON_NAMES",
    "GENDER_NAMES",
    "UNIT_KIND_NAMES",
    "UNIT_LEVELS",
    "CorrectionRequest",
    "ExclusionReason",
    "FoundWord",
    "Gender",
    "Headcount",
    "ListedTenure",
    "OrgUnit",
    "OrgUnitName",
    "OrgUnitPlace",
    "Person",
    "PersonJoin",
    "PersonJoinFollower",
    "PlannedPost",
    "Post",
    "PostGroup",
    "Qualification",
    "QualificationReview",
    "TargetGroup",
    "Tenure",
    "TenureProposal",
    "UnitExclusion",
    "UnitKind",
]
