"""The database: table base, column types, dated rows, durable engines, and the change outbox."""

import enum
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar, Self

from sqlalchemy import (
    URL,
    CheckConstraint,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Dialect,
    Engine,
    Enum,
    MetaData,
    String,
    Text,
    TypeDecorator,
    create_engine,
    event,
    make_url,
    or_,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker

from elearn.errors import Refusal
from elearn.text import msg

_DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_WHICH_DATABASE = msg("ELEARN_DATABASE_URL phải bắt đầu bằng sqlite:/// hoặc postgresql://.")
UNKNOWN_START = date.min  # A fact that began before our records.

IntPk = Annotated[int, mapped_column(primary_key=True)]


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC on every engine."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        datetime: UtcDateTime(),
        date: Date(),
        str: Text(),
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            create_constraint=True,
            length=40,
            values_callable=lambda kind: [member.value for member in kind],
        ),
    }


class ValidTime:
    """The days on which a fact holds, both included; an open end is NULL."""

    valid_from: Mapped[date]
    valid_to: Mapped[date | None]

    @classmethod
    def valid_on(cls, day: date) -> ColumnElement[bool]:
        """Return the condition that the row holds on the day."""
        return (cls.valid_from <= day) & or_(cls.valid_to.is_(None), cls.valid_to >= day)

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Recorded:
    """When we knew: a row counts from `recorded_at` until it was superseded."""

    recorded_at: Mapped[datetime]
    superseded_at: Mapped[datetime | None]

    @classmethod
    def known_at(cls, moment: datetime) -> ColumnElement[bool]:
        """Return the condition that we held the row for true at the moment."""
        return (cls.recorded_at <= moment) & or_(
            cls.superseded_at.is_(None), cls.superseded_at > moment
        )

    @classmethod
    def is_current(cls) -> ColumnElement[bool]:
        return cls.superseded_at.is_(None)


def in_order_of_days() -> CheckConstraint:
    """Return the constraint that a dated row does not end before it begins."""
    return CheckConstraint("valid_to >= valid_from", name="valid_to_not_before_valid_from")


class Change(Base):
    """One entry of the outbox: something later domains may follow from their own cursor."""

    __tablename__ = "change"

    id: Mapped[IntPk]
    kind: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime]


def changed(db: Session, kind: str, key: object, *, now: datetime) -> None:
    """Write a change to the outbox, in the transaction that makes it."""
    db.add(Change(kind=kind, key=str(key), at=now))


def insert_missing(db: Session, table: type[DeclarativeBase], **values: object) -> None:
    """Insert a row unless its key is there already: two devices may begin at once."""
    dialect = postgresql if db.get_bind().dialect.name == "postgresql" else sqlite
    db.execute(dialect.insert(table).values(**values).on_conflict_do_nothing())


@dataclass(frozen=True, slots=True)
class Database:
    """Two makers of sessions on one engine: readers that cannot write, and writers."""

    engine: Engine
    reads: sessionmaker[Session]
    writes: sessionmaker[Session]

    @classmethod
    def at(cls, url: str) -> Self:
        """Open the database at an address; nothing is connected yet.

        :raise Refusal: if it is not the address of a kind we know.
        """
        engine = _engine(url)
        reading = engine.execution_options(elearn_reads=True, postgresql_readonly=True)
        return cls(engine, _sessions(reading), _sessions(engine))

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


def _engine(url: str) -> Engine:
    address = _address(url)
    if address.drivername == "sqlite":
        return follow_sqlite(create_engine(address, connect_args={"timeout": 30}))
    return create_engine(
        address,
        pool_pre_ping=True,
        connect_args={"options": "-c synchronous_commit=on -c timezone=UTC"},
    )


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise Refusal(_WHICH_DATABASE) from None
    if address.drivername not in _DRIVERS:
        raise Refusal(_WHICH_DATABASE)
    return address.set(drivername=_DRIVERS[address.drivername])


def follow_sqlite(engine: Engine) -> Engine:
    """Make SQLite durable, strict about foreign keys, and honest about who may write.

    A deferred transaction that reads and then writes fails at once with "database is locked";
    so a writer takes the lock when it begins, and a reader is kept from writing at all.
    """

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "busy_timeout = 30000",
            "case_sensitive_like = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get("elearn_reads", False)
        connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if reads else 'OFF'}")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


__all__ = [
    "UNKNOWN_START",
    "Base",
    "Change",
    "Database",
    "IntPk",
    "Recorded",
    "UtcDateTime",
    "ValidTime",
    "changed",
    "in_order_of_days",
    "insert_missing",
]
