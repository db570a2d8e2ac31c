"""A course, an open class of it in Hưng Yên, and those who answer for it or do not."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from elearn import accounts, classes
from elearn.access import Actor, Grant, Role
from tests.make import accounts as make_accounts
from tests.make import areas as places
from tests.make import classes as make

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)
Enter = Callable[..., accounts.Account]


def acting(db: Session, place: str = "Tỉnh Hưng Yên", role: Role = Role.ADMINISTRATOR) -> Actor:
    """Return somebody who holds a role over a place."""
    return Actor(None, (Grant(role, places.path(db, place), date(2025, 7, 1)),))


@pytest.fixture
def course(db: Session) -> make.Course:
    return make.course(db)


@pytest.fixture
def held(db: Session, course: make.Course) -> classes.TrainingClass:
    return make.training_class(db, course)


@pytest.fixture
def administrator(db: Session) -> Actor:
    return acting(db)


@pytest.fixture
def enter(db: Session, sign_in: Callable[[accounts.Account], None]) -> Enter:
    """Sign a new account in that holds a role over a place."""

    def entered(role: Role = Role.ADMINISTRATOR, place: str = "Tỉnh Hưng Yên") -> accounts.Account:
        account = make_accounts.account(db)
        area_id = places.area(db, place).id
        make_accounts.role_grant(db, account, role, area_id=area_id)
        sign_in(account)
        return account

    return entered


@pytest.fixture
def desk(client: FlaskClient, enter: Enter) -> FlaskClient:
    """The browser of the administrator of Hưng Yên."""
    enter()
    return client


def text_of(answer: TestResponse) -> str:
    """Return a page as it is read: what holds a line together is a space."""
    return answer.text.replace("\u00a0", " ")
