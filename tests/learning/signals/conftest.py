"""A chair of a commune of whom there is a signal, and who looks after her province."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from elearn.access import Role
from elearn.accounts import Account
from elearn.learning.signals import Signal
from elearn.people import Person
from tests.make import accounts, media
from tests.make import people as make
from tests.make import signals as made
from tests.make.areas import area


@pytest.fixture
def film(db: Session) -> Callable[[], int]:
    """`film()` gives the key of a new film of an hour."""
    return lambda: media.medium_version(db, seconds=3600).id


@pytest.fixture
def chair(db: Session) -> Person:
    """The chair of the union of Xã Hưng Hà."""
    return make.tenure(db, make.person(db, "Vũ Thị Ngát")).person


@pytest.fixture
def signal(db: Session, chair: Person, film: Callable[[], int]) -> Signal:
    return made.signal(db, chair, film())


@pytest.fixture
def officer(db: Session) -> Callable[..., Account]:
    """`officer(role, place)` gives the account of somebody with a role over a province."""

    def held(role: Role = Role.ADMINISTRATOR, place: str = "Tỉnh Hưng Yên") -> Account:
        account = accounts.account(db)
        accounts.role_grant(db, account, role, area_id=area(db, place).id)
        return account

    return held
