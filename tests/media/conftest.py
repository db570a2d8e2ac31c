"""What the media tests share: small films made once a run, and who sends files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from elearn.access import Role
from elearn.accounts import Account
from tests.make import accounts
from tests.media import films
from tests.media.tus import Speaker


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> films.Studio:
    """Makes each small film once a run."""
    return films.Studio(tmp_path_factory.mktemp("films"))


@pytest.fixture(scope="session")
def lesson(studio: films.Studio) -> Path:
    """Nine seconds of moving picture and a tone, 640 × 480, 30 pictures a second."""
    return studio.film("lesson.mp4", seconds=9, size="640x480", rate=30)


@pytest.fixture
def sender(db: Session, sign_in: Callable[[Account], None]) -> Account:
    """An instructor, signed in, who sends files."""
    account = accounts.account(db)
    accounts.role_grant(db, account, Role.INSTRUCTOR)
    db.commit()
    sign_in(account)
    return account


@pytest.fixture
def her(client: FlaskClient, sender: Account) -> Speaker:
    """The client by which she speaks tus."""
    return Speaker(client)
