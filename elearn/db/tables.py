"""The base of every table: column types, dated rows, and when we knew."""

import enum
from datetime import UTC, date, datetime
from typing import Annotated, ClassVar

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Date,
    DateTime,
    Dialect,
    Enum,
    MetaData,
    Text,
    TypeDecorator,
    or_,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

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
