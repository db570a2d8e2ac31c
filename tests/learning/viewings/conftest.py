"""A commune with its union, its chair who leads, and a lecture of ten minutes."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from elearn import catalogue, clock, media
from elearn.access import Role
from elearn.accounts import Account
from elearn.learning import Terms
from elearn.learning.viewings import SharedViewing
from elearn.people import OrgUnit, Person
from tests.learning.viewings.leading import Leader, shown, sitters
from tests.make import accounts, viewings
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
def women(db: Session, unit: OrgUnit, terms: object) -> list[Person]:
    assert terms  # The rules of watching came with it.
    return sitters(db, unit, 2)


@pytest.fixture
def sitting(
    db: Session,
    chair: Account,
    women: list[Person],
    film: tuple[catalogue.Lecture, media.Playable],
) -> SharedViewing:
    """A viewing that goes on since ten minutes, in which both sat for a minute."""
    at = clock.now() - timedelta(minutes=10)
    by = db.get_one(Person, chair.person_id)
    one = viewings.viewing(db, by, *film, opened_at=at)
    viewings.stretch(db, one, women)
    return one


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
