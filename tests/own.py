"""Databases of a test's own, for code that commits, connects anew or runs in other processes."""

from collections.abc import Iterator
from contextlib import contextmanager
from os import environ
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, make_url, text

UNDER_TEST = environ.get("ELEARN_TEST_DATABASE_URL", "")


def is_postgresql() -> bool:
    """Return whether this run is about the second database."""
    return UNDER_TEST.startswith("postgresql")


@contextmanager
def address(folder: Path) -> Iterator[str]:
    """Give the address of an empty database of the kind under test, and remove it afterwards.

    On SQLite it is a file in the folder, on PostgreSQL one more database of the same cluster.
    """
    if not is_postgresql():
        yield f"sqlite:///{folder}/elearn.sqlite3"
        return
    name = f"elearn_{uuid4().hex}"
    _tell_cluster(f"CREATE DATABASE {name}")
    try:
        yield make_url(UNDER_TEST).set(database=name).render_as_string(hide_password=False)
    finally:
        _tell_cluster(f"DROP DATABASE {name} WITH (FORCE)")


def _tell_cluster(statement: str) -> None:
    engine = create_engine(UNDER_TEST, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
