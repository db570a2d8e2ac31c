"""Rights, and the second factor and the other house that nobody here has."""

from typing import Any

from sqlalchemy import select

from elearn.access import Role
from elearn.people import Tenure
from tests.make import accounts as make
from tests.permissions.branches import Branch, sends, thing

_PLACES = {"Xã Hưng Hà": "Xã Hưng Hà, Hưng Yên", "Phường Hạ Long": "Phường Hạ Long, Quảng Ninh"}


@thing("accounts.grant_id")
def grant_id(branch: Branch) -> int:
    """A right of hers over the commune."""
    given = make.role_grant(branch.db, branch["she"], Role.LEARNER, area_id=branch.commune.id)
    return given.id


@sends("accounts.give_grant")
def give_grant(branch: Branch) -> dict[str, Any]:
    return {
        "user": branch["herself"].user_name,
        "role": "learner",
        "area": _PLACES[branch.name],
        "first": "2026-01-01",
    }


@sends("accounts.end_grant")
def end_grant(_branch: Branch) -> dict[str, Any]:
    return {"last": "2026-01-01"}


@sends("accounts.grant_chairs")
def grant_chairs(branch: Branch) -> dict[str, Any]:
    hers = Tenure.person_id == branch["she"].id
    return {"chair": branch.db.scalars(select(Tenure.id).where(hers)).first()}


@sends("accounts.begin_factor")
@sends("accounts.openid_ask")
def password(_branch: Branch) -> dict[str, Any]:
    return {"password": make.PASSWORD}


@sends("accounts.show_code")
@sends("accounts.confirm_factor")
@sends("accounts.renew_codes")
@sends("accounts.end_factor")
def code(_branch: Branch) -> dict[str, Any]:
    return {"code": "123456"}
