"""Sessions, and the forms of signing in and of one's own account."""

from typing import Any

from sqlalchemy import select

from elearn.accounts import SignInSession
from tests.make import accounts as make
from tests.permissions.branches import NOW, Branch, sends, thing


@thing("accounts.end.session_id")
def session_id(branch: Branch) -> int:
    """A session of hers on another device."""
    make.token(branch.db, branch["herself"], now=NOW)
    hers = SignInSession.account_id == branch["herself"].id
    return branch.db.scalars(select(SignInSession.id).where(hers)).one()


@sends("accounts.knock")
def knock(branch: Branch) -> dict[str, Any]:
    return {"name": "nobody", "password": make.PASSWORD}


@sends("accounts.change_password")
def change_password(branch: Branch) -> dict[str, Any]:
    new = "mua-roi-tren-mai-2027"
    return {"current": make.PASSWORD, "password": new, "again": new}
