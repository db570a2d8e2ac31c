"""What every test is handed: one schema a run, one transaction a test, no network."""

import gc
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from datetime import datetime
from os import environ

import hypothesis
import pytest
import time_machine
from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from elearn import clock
from elearn.db import Database
from tests import bases
from tests.browser.sharing import browsers, chromium, household, live, medium_id
from tests.browsing import app, client, enter, here, runner, settings, sign_in, store, web
from tests.stores import bucket, either, s3

__all__ = [
    "app",
    "browsers",
    "bucket",
    "chromium",
    "client",
    "either",
    "enter",
    "here",
    "household",
    "live",
    "medium_id",
    "runner",
    "s3",
    "settings",
    "sign_in",
    "store",
    "web",
]
URL = environ.get("ELEARN_TEST_DATABASE_URL", "")
# A busy machine stands still for a moment now and then; that is no fault of what is asked.
hypothesis.settings.register_profile(
    "elearn", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("elearn")
gc.set_threshold(200_000, 50, 50)  # Going through all that lives so long took a tenth of a run.


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, on the second database, the tests that ask for none."""
    _refuse_two_lanes(items)
    if URL.startswith("postgresql"):
        config.hook.pytest_deselected(items=[one for one in items if not _asks_for_a_database(one)])
        items[:] = [item for item in items if _asks_for_a_database(item)]


def pytest_unconfigure() -> None:
    """Go through all that lives once; pytest would five times, for what is only found by that."""
    gc.collect()
    gc.freeze()


def _refuse_two_lanes(items: list[pytest.Item]) -> None:
    """A run of its own beside the others must not make the common database anew beneath them."""
    for item in items:
        if _is_of_its_own(item) and "connection" in getattr(item, "fixturenames", ()):
            raise pytest.UsageError(f"{item.nodeid}: is it for the common database, or its own?")


def _is_of_its_own(item: pytest.Item) -> bool:
    return any(item.get_closest_marker(name) for name in ("browser", "database"))


def _asks_for_a_database(item: pytest.Item) -> bool:
    by_marker = item.get_closest_marker("database") is not None
    return by_marker or "engine" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        bases.refuse_far_addresses(patch, socket.socket)
        yield


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The run's database, with the tables and what every installation holds: areas and posts."""
    url = URL or f"sqlite:///{tmp_path_factory.mktemp('database')}/elearn.sqlite3"
    with bases.filled(url) as engine:
        yield engine


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """One connection whose outer transaction is rolled back: the code may commit as it likes."""
    with engine.connect() as connection, closing(connection.begin()):
        yield connection


@pytest.fixture
def database(connection: Connection) -> Database:
    """The database as code sees it; its readers refuse to write."""
    return bases.within(connection)


@pytest.fixture
def db(database: Database) -> Iterator[Session]:
    with database.writes() as session:
        yield session


@pytest.fixture
def still() -> Iterator[datetime]:
    """The moment at which the clock stands, for what another half minute or day would change."""
    with time_machine.travel(moment := clock.now(), tick=False):
        yield moment


@pytest.fixture
def count_queries(
    engine: Engine, still: datetime
) -> Callable[[], AbstractContextManager[list[str]]]:
    """`with count_queries() as queries: …` collects the statements run while the clock stands."""
    return lambda: bases.statements_on(engine)
