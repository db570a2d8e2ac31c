"""What is asked about the commune's figures."""

from typing import Any

from sqlalchemy import select

from elearn.areas import AreaVersion
from tests.permissions.branches import NOW, Branch, sends, thing


@thing("area code")
def area_code(branch: Branch) -> str:
    now = AreaVersion.valid_on(NOW.date())
    of_it = AreaVersion.area_id == branch.commune.id
    return branch.db.scalars(select(AreaVersion.code).where(of_it, now)).one()


@sends("coverage.coverage")
@sends("coverage.people")
@sends("coverage.table")
def about_the_commune(branch: Branch) -> dict[str, Any]:
    return {"area": branch["area code"]}
