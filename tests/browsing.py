"""Fixtures of an installation: its settings, files and shell, its pages, and signing in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from elearn import accounts, clock
from elearn.access import Role
from elearn.app import create_app
from elearn.cli import Installation
from elearn.config import Settings
from elearn.db import Database
from elearn.storage import Directory
from tests import bases
from tests.make import accounts as make


@pytest.fixture
def store(tmp_path: Path) -> Directory:
    return Directory(tmp_path / "files")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return bases.settings_at(tmp_path)


@pytest.fixture
def here(settings: Settings, database: Database, store: Directory) -> Installation:
    return Installation(settings, database, store)


@pytest.fixture
def runner(here: Installation) -> bases.Runner:
    return bases.Runner(here)


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application, put together once a run."""
    app = create_app(bases.settings_at(tmp_path_factory.mktemp("home")))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    return app


@pytest.fixture
def app(web: Flask, here: Installation) -> Iterator[Flask]:
    """The application on this test's installation; what a test configures ends with it."""
    before, config = web.extensions["installation"], dict(web.config)
    web.extensions["installation"] = here
    yield web
    web.extensions["installation"] = before
    web.config.clear()
    web.config.update(config)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser that has a page of ours open."""
    browser = app.test_client()
    browser.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return browser


@pytest.fixture
def sign_in(client: FlaskClient, here: Installation) -> Callable[[accounts.Account], None]:
    """`sign_in(account)` gives the client's browser a sign-in session of the account."""

    def enter(account: accounts.Account) -> None:
        with here.database.writing() as db:
            token = accounts.open_session(db, account, now=clock.now())
        with client.session_transaction() as cookie:
            cookie["_user_id"] = token
            cookie["_fresh"] = True

    return enter


@pytest.fixture
def enter(
    db: Session, sign_in: Callable[[accounts.Account], None]
) -> Callable[..., accounts.Account]:
    """`enter(role)` signs somebody new in, with a role or none, and returns her account."""

    def entered(role: Role | None = None) -> accounts.Account:
        account = make.account(db)
        if role:
            make.role_grant(db, account, role)
        db.commit()
        sign_in(account)
        return account

    return entered
