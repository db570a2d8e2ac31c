"""What the fixtures stand on: a filled database, sessions in one transaction, a closed network."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session, sessionmaker

from elearn import areas, clock, coverage, migrations, people
from elearn.cli import Installation
from elearn.config import Settings
from elearn.db import Database
from elearn.migrations import tables

METADATA = tables.db.Base.metadata  # Taken through the module that has imported every table.
#: When the areas became known: before anything that a test makes to have been known.
ALWAYS = datetime(2018, 1, 1, tzinfo=UTC)
_SAVEPOINTS = ("SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA", "BEGIN")
#: What is rolled back to stays open: thousands within each other made PostgreSQL go through all of
#: them for each row it looked at.
_BY_THE_DRIVER = {
    "do_savepoint": ("SAVEPOINT",),
    "do_release_savepoint": ("RELEASE SAVEPOINT",),
    "do_rollback_to_savepoint": ("ROLLBACK TO SAVEPOINT", "RELEASE SAVEPOINT"),
}


@contextmanager
def filled(url: str) -> Iterator[Engine]:
    """Give an engine on a database with the whole schema and the base data, committed."""
    database = Database.at(url)
    if database.engine.dialect.name == "sqlite":
        event.listen(database.engine, "connect", _turn_round)
    METADATA.drop_all(database.engine)  # What a killed run left behind.
    METADATA.create_all(database.engine)
    migrations.stamp(database.engine)
    with database.writing() as db:
        areas.load(db, areas.lists(areas.DATA), now=ALWAYS)
        people.load_posts(db, people.posts(people.POSTS))
        coverage.load_definitions(db, coverage.schemes(), now=clock.now())
    if database.engine.dialect.name == "postgresql":  # As it would know some minutes later.
        with database.engine.begin() as connection:
            connection.exec_driver_sql("ANALYZE")
    for name, orders in _BY_THE_DRIVER.items():
        setattr(database.engine.dialect, name, partial(_tell, orders))
    yield database.engine
    if database.engine.dialect.name == "postgresql":  # A file goes with its folder.
        METADATA.drop_all(database.engine)
    database.engine.dispose()


def _turn_round(connection: Any, _record: object) -> None:
    """Give rows that were asked for in no order backwards: PostgreSQL promises none either."""
    connection.execute("PRAGMA reverse_unordered_selects = ON")


def _tell(orders: tuple[str, ...], connection: Connection, name: str) -> None:
    """Have the driver set or leave a savepoint: compiling such words took longer than obeying."""
    with closing(connection.connection.cursor()) as cursor:
        for order in orders:
            cursor.execute(f"{order} {name}")


def within(connection: Connection) -> Database:
    """Return a database all of whose sessions are savepoints on one connection."""
    reads, writes = _savepoints(connection), _savepoints(connection)
    event.listen(reads, "before_flush", _refuse_to_write)
    return Database(connection.engine, reads, writes)


def _savepoints(connection: Connection) -> sessionmaker[Session]:
    return sessionmaker(
        connection, join_transaction_mode="create_savepoint", expire_on_commit=False
    )


def _refuse_to_write(session: Session, *_: object) -> None:
    changed = [*session.new, *session.dirty, *session.deleted]
    assert not changed, "a reading session writes"


@contextmanager
def statements_on(engine: Engine) -> Iterator[list[str]]:
    """Collect the statements run on the engine, without those that only hold transactions."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith(_SAVEPOINTS):
            found.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)


def settings_at(home: Path) -> Settings:
    return Settings(
        home=home,
        database_url=f"sqlite:///{home}/elearn.sqlite3",
        storage_url=f"file://{home}/files",
        secret_key="not a secret",
    )


def refuse_far_addresses(patch: pytest.MonkeyPatch, kind: Any) -> None:
    """Let sockets connect to this machine only."""
    connect = kind.connect

    def near(self: Any, address: Any) -> Any:
        host = address[0] if isinstance(address, tuple) else "a file"
        if host not in {"a file", "127.0.0.1", "::1", "localhost"}:
            raise ConnectionRefusedError(f"a test calls {host}")
        return connect(self, address)

    patch.setattr(kind, "connect", near)


class Runner(CliRunner):
    """Runs commands on one installation: `runner.invoke(commands.group, ["load"])`."""

    def __init__(self, here: Installation) -> None:
        super().__init__()
        self.here = here

    def invoke(self, *args: Any, **extra: Any) -> Result:
        return super().invoke(*args, **{"obj": self.here, **extra})
