"""What is asked about the commune's figures."""

from typing import Any

from sqlalchemy import select

from elearn.areas import AreaVersion
from tests.permissions.branches import NOW, Branch, sends, thing

_NOW = AreaVersion.valid_on(NOW.date())


@thing("area code")
def area_code(branch: Branch) -> str:
    of_it = AreaVersion.area_id == branch.commune.id
    return branch.db.scalars(select(AreaVersion.code).where(of_it, _NOW)).one()


@thing("neighbour code")
def neighbour_code(branch: Branch) -> str:
    """The code of another commune of the province."""
    beside = AreaVersion.parent_id == branch.province.id
    found = select(AreaVersion.code).where(beside, AreaVersion.area_id != branch.commune.id)
    return branch.db.scalars(found.where(_NOW).order_by(AreaVersion.code)).first() or ""


@sends("coverage.coverage")
@sends("coverage.people")
@sends("coverage.table")
@sends("coverage.targets")
@sends("coverage.targets_table")
@sends("coverage.why")
def about_the_commune(branch: Branch) -> dict[str, Any]:
    return {"area": branch["area code"]}
