"""A cadre and her browser, films of a known length, and the terms of watching."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from elearn import learning
from elearn.accounts import Account
from elearn.learning import Terms
from tests.learning.players import START, Player
from tests.make import accounts, media


@pytest.fixture
def terms(db: Session) -> Terms:
    learning.load_rules(db)
    return learning.terms_on(db, START.date(), interval=15)


@pytest.fixture
def player(db: Session, terms: Terms) -> Player:
    return Player(db, terms)


@pytest.fixture
def film(db: Session) -> Callable[[], int]:
    """`film()` gives the key of a new medium version of ten minutes."""
    return lambda: media.medium_version(db, seconds=600).id


@pytest.fixture
def learner(db: Session, sign_in: Callable[[Account], None]) -> Account:
    """Somebody without a role, signed in."""
    account = accounts.account(db)
    db.commit()
    sign_in(account)
    return account


@pytest.fixture
def say(client: FlaskClient) -> Callable[..., Any]:
    """`say(path, …)` sends what a script of our pages sends."""
    return lambda path, **body: client.post(path, json=body, headers={"Accept": "application/json"})
