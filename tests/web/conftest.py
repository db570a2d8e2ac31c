"""An application with a database of its own, whose pages commit, refuse and fail to order."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, select

from elearn.app import create_app
from elearn.db import Base, Change
from elearn.web.session import here
from tests import bases, own
from tests.web import probes


@pytest.fixture(scope="session")
def probed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    home = tmp_path_factory.mktemp("probed")
    with own.address(home) as address:
        app = create_app(replace(bases.settings_at(home), database_url=address))
        app.register_blueprint(probes.bp)
        with app.app_context():
            database = here().database
        Base.metadata.create_all(database.engine)
        yield app
        database.engine.dispose()


@pytest.fixture
def probe(probed: Flask) -> FlaskClient:
    """A browser before the doors, with nothing signed in."""
    return probed.test_client()


@pytest.fixture
def written(probed: Flask) -> Callable[[], list[str]]:
    """`written()` tells what was committed in this test."""
    with probed.app_context():
        database = here().database

    def keys() -> list[str]:
        with database.reading() as db:
            return list(db.scalars(select(Change.key).order_by(Change.id)))

    with database.writing() as db:
        db.execute(delete(Change))  # Other tests have people made here, of whom the outbox is told.
    return keys
