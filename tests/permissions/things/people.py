"""Units, and the people who serve in them."""

from elearn.people import OrgUnit, Person
from tests.make import people as make
from tests.permissions.branches import Branch, thing


@thing("unit")
def unit(branch: Branch) -> OrgUnit:
    return make.org_unit(branch.db, f"Hội LHPN {branch.name}", at=branch.commune)


@thing("she")
def she(branch: Branch) -> Person:
    """The chair of the commune's union: what the branch holds is about her."""
    chair = make.person(branch.db, f"Vũ Thị Ngát {branch.name}", phone="0900000123")
    return make.tenure(branch.db, chair, at=branch["unit"]).person


@thing("person_id")
def person_id(branch: Branch) -> int:
    return int(branch["she"].id)
