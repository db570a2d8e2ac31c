"""Sessions: readers that cannot write, writers that are committed as a whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from sqlalchemy import Connection, Engine, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

from elearn.db.engines import engines_at


@dataclass(frozen=True, slots=True)
class Database:
    """Two makers of sessions on one database: readers that cannot write, and writers."""

    engine: Engine
    reads: sessionmaker[Session]
    writes: sessionmaker[Session]

    @classmethod
    def at(cls, url: str) -> Self:
        """Open the database at an address; nothing is connected yet.

        :raise Refusal: if it is not the address of a kind we know.
        """
        reader, writer = engines_at(url)
        return cls(writer, _sessions(reader), _sessions(writer))

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that only reads."""
        with self.reads() as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session that is committed at the end, or rolled back by an error."""
        with self.writes.begin() as db:
            yield db


def _sessions(engine: Engine) -> sessionmaker[Session]:
    return sessionmaker(engine, expire_on_commit=False)


def insert_missing(db: Session, table: type[DeclarativeBase], **values: object) -> None:
    """Insert a row unless its key is there already: two devices may begin at once."""
    dialect = postgresql if db.get_bind().dialect.name == "postgresql" else sqlite
    db.execute(dialect.insert(table).values(**values).on_conflict_do_nothing())


def give_room(db: Session) -> None:
    """Have SQLite keep 128 MB of its file at hand on this connection, where it has 2 MB otherwise.

    Who changes thousands of rows all over the file would read and write its pages again and again.
    It lasts as long as the connection, which the pool gives to others afterwards.
    """
    if db.get_bind().dialect.name == "sqlite":
        db.connection().exec_driver_sql("PRAGMA cache_size = -131072")


def look_over(connection: Connection, table: Table) -> None:
    """Have PostgreSQL know what a table holds, as it would some minutes later by itself."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"ANALYZE {table.name}")
