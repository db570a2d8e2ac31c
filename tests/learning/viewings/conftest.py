"""A commune with its union, its chair who leads, and a lecture of ten minutes."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from elearn import catalogue, media
from elearn.access import Role
from elearn.accounts import Account
from elearn.learning import Terms
from elearn.people import OrgUnit
from tests.learning.viewings.leading import Leader, shown
from tests.make import accounts
from tests.make import people as make
from tests.make.areas import area


@pytest.fixture
def unit(db: Session) -> OrgUnit:
    return make.org_unit(db)


@pytest.fixture
def leader(db: Session, terms: Terms, unit: OrgUnit) -> Leader:
    return Leader(db, terms, unit)


@pytest.fixture
def film(db: Session) -> tuple[catalogue.Lecture, media.Playable]:
    return shown(db)


@pytest.fixture
def chair(db: Session, unit: OrgUnit) -> Account:
    """The account of the chair of Xã Hưng Hà, who administers it."""
    person = make.tenure(db, make.person(db, "Vũ Thị Ngát"), at=unit).person
    account = accounts.account(db, person)
    accounts.role_grant(db, account, area_id=area(db).id)
    return account


@pytest.fixture
def come(db: Session, sign_in: Callable[[Account], None]) -> Callable[..., Account]:
    """`come(account)` signs somebody in; `come(role=…, place=…)` somebody new with a role."""

    def entered(
        account: Account | None = None,
        *,
        role: Role = Role.ADMINISTRATOR,
        place: str = "Tỉnh Hưng Yên",
    ) -> Account:
        who = account or accounts.account(db)
        if account is None:
            accounts.role_grant(db, who, role, area_id=area(db, place).id)
        db.commit()
        sign_in(who)
        return who

    return entered


@pytest.fixture
def wanted(
    db: Session, film: tuple[catalogue.Lecture, media.Playable], terms: Terms
) -> dict[str, Any]:
    """What opens a viewing of the lecture for Xã Hưng Hà."""
    return {"lecture": film[0].code, "area": area(db).id}
