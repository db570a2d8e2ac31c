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
from elearn.people.queries import (
    SEEING,
    Listed,
    ListPage,
    Term,
    canonical,
    canonical_id,
    entries_of,
    may_see,
    people_by_phone,
    people_page,
    person_by_id,
    person_seen_by,
    tenures_on,
    terms_of,
    visible_to,
)
from elearn.people.reader import POSTS, posts
from elearn.people.rules import NewPerson, address_of
from elearn.people.service import (
    Appointment,
    Ending,
    add_person,
    appoint,
    end_tenure,
    load_posts,
    merge,
)

__all__ = [
    "END_REASON_NAMES",
    "GENDER_NAMES",
    "POSTS",
    "SEEING",
    "UNIT_KIND_NAMES",
    "Appointment",
    "EndReason",
    "Ending",
    "Gender",
    "ListPage",
    "Listed",
    "NewPerson",
    "OrgUnit",
    "OrgUnitPlace",
    "Person",
    "Post",
    "PostGroup",
    "TargetGroup",
    "Tenure",
    "Term",
    "UnitKind",
    "add_person",
    "address_of",
    "appoint",
    "canonical",
    "canonical_id",
    "end_tenure",
    "entries_of",
    "load_posts",
    "may_see",
    "merge",
    "people_by_phone",
    "people_page",
    "person_by_id",
    "person_seen_by",
    "posts",
    "tenures_on",
    "terms_of",
    "visible_to",
]
