"""A table of the tests, outside the schema of the house."""

import enum
from datetime import date, datetime

from sqlalchemy import MetaData, SmallInteger
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from elearn.db import Base, IntPk


class Colour(enum.StrEnum):
    """A closed set."""

    RED = "red"
    BLUE = "blue"


class Apart(DeclarativeBase):
    """Columns like those of the house, in a metadata of its own."""

    metadata = MetaData(naming_convention=Base.metadata.naming_convention)
    type_annotation_map = Base.type_annotation_map


class Sample(Apart):
    """A row with one of each sort of column that the kernel defines."""

    __tablename__ = "sample"

    id: Mapped[IntPk]
    at: Mapped[datetime | None]
    colour: Mapped[Colour | None]
    name: Mapped[str | None] = mapped_column(unique=True)


class Packed(Apart):
    """A row of a number, some bytes, a day and a moment."""

    __tablename__ = "packed"

    id: Mapped[IntPk]
    number: Mapped[int | None]
    small: Mapped[int | None] = mapped_column(SmallInteger)
    content: Mapped[bytes | None]
    day: Mapped[date | None]
    at: Mapped[datetime | None]
