"""Units of the commune, and the forms about them."""

from elearn.people import OrgUnit, UnitKind
from tests.make import people as make
from tests.permissions.branches import Branch, Sent, sends, thing


@thing("unit_id")
def unit_id(branch: Branch) -> int:
    return int(branch["unit"].id)


@thing("women's branch")
def womens_branch(branch: Branch) -> OrgUnit:
    """A branch (chi hội) of a village."""
    name = f"Chi hội thôn Đông {branch.name}"
    return make.org_unit(branch.db, name, at=branch.commune, kind=UnitKind.BRANCH)


@thing("spare unit")
def spare_unit(branch: Branch) -> OrgUnit:
    """A unit that nobody serves in yet."""
    return make.org_unit(branch.db, f"Hội LHPN phía đông {branch.name}", at=branch.commune)


@thing("people.move_unit.unit_id", "people.end_unit.unit_id", "people.exclude_unit.unit_id")
def spare_unit_id(branch: Branch) -> int:
    return int(branch["spare unit"].id)


@thing("exclusion_id")
def exclusion_id(branch: Branch) -> int:
    return make.exclusion(branch.db, branch["unit"]).id


@sends("people.add_unit")
def add_unit(branch: Branch) -> Sent:
    told = {"kind": "union_commune", "name": "Hội LHPN mới", "valid_from": "2026-11-20"}
    return Sent(data={**told, "area": branch["area code"]})


@sends("people.rename_unit")
def rename_unit(branch: Branch) -> Sent:
    return Sent(data={"name": "Hội LHPN tên mới", "on": "2026-11-20"})


@sends("people.move_unit")
def move_unit(branch: Branch) -> Sent:
    return Sent(data={"area": branch["neighbour code"], "on": "2026-11-20"})


@sends("people.end_unit")
@sends("people.end_exclusion")
def last_day(branch: Branch) -> Sent:
    return Sent(data={"on": "2026-11-20"})


@sends("people.exclude_unit")
def exclude_unit(branch: Branch) -> Sent:
    return Sent(data={"reason": "joint_advisory_body", "valid_from": "2026-11-01"})
