"""Who comes to the pages: an account each, with the grants of its role."""

from elearn import accounts
from elearn.access import Role
from elearn.areas import Area
from tests.make import accounts as make
from tests.make import people
from tests.permissions.branches import Branch, thing


@thing("herself")
def herself(branch: Branch) -> accounts.Account:
    return make.account(branch.db, branch["she"])


@thing("learner")
def learner(branch: Branch) -> accounts.Account:
    """A vice-chair beside her."""
    vice = people.person(branch.db, f"Bùi Thị Thoa {branch.name}")
    people.tenure(branch.db, vice, at=branch["unit"], post="commune_union_vice_chair")
    made = make.account(branch.db, vice)
    make.role_grant(branch.db, made, Role.LEARNER, area_id=branch.province.id)
    return made


@thing("instructor")
def instructor(branch: Branch) -> accounts.Account:
    return _granted(branch, Role.INSTRUCTOR, branch.province)


@thing("administrator")
def administrator(branch: Branch) -> accounts.Account:
    return _granted(branch, Role.ADMINISTRATOR, branch.province)


@thing("commune")
def commune(branch: Branch) -> accounts.Account:
    return _granted(branch, Role.ADMINISTRATOR, branch.commune)


@thing("central")
def central(branch: Branch) -> accounts.Account:
    return _granted(branch, Role.CENTRAL, None)


@thing("inspector")
def inspector(branch: Branch) -> accounts.Account:
    return _granted(branch, Role.INSPECTOR, branch.province)


def _granted(branch: Branch, role: Role, place: Area | None) -> accounts.Account:
    made = make.account(branch.db)
    make.role_grant(branch.db, made, role, area_id=place.id if place else None)
    return made
