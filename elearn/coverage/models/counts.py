"""Tables of counts: maps, who stands where on them, and what changed on each day.

All of it follows from dated facts and can be thrown away; `elearn coverage rebuild` makes it again.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Integer, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elearn.areas import Area
from elearn.coverage.models.definitions import IndicatorVersion
from elearn.db import Base, IntPk, ValidTime, in_order_of_days
from elearn.people import OrgUnit


class MapKind(StrEnum):
    """Whose borders a figure is told by: those of its own day, or one map for all days."""

    AS_IT_WAS = "as_it_was"
    RESTATED = "restated"


class CoverageMap(ValidTime, Base):
    """Borders that figures are counted by: those of each day, or those that held on some days."""

    __tablename__ = "coverage_map"
    __table_args__ = (in_order_of_days(), UniqueConstraint("kind", "valid_from"))

    id: Mapped[IntPk]
    kind: Mapped[MapKind]


class UnitOnMap(Base):
    """Where a unit stands on a restated map, though it may have stood elsewhere, or not at all."""

    __tablename__ = "unit_on_map"

    map_id: Mapped[int] = mapped_column(ForeignKey(CoverageMap.id), primary_key=True)
    org_unit_id: Mapped[int] = mapped_column(ForeignKey(OrgUnit.id), primary_key=True, index=True)
    area_id: Mapped[int] = mapped_column(ForeignKey(Area.id), index=True)
    #: Its area was divided and it is not known in which part it stood: the likeliest is taken.
    is_estimate: Mapped[bool]


class CountedPerson(Base):
    """What is counted of a person by an indicator: her spells, packed; following subtracts them."""

    __tablename__ = "counted_person"

    indicator_version_id: Mapped[int] = mapped_column(
        ForeignKey(IndicatorVersion.id), primary_key=True
    )
    #: The entry that stands for her.
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    spells: Mapped[bytes] = mapped_column(LargeBinary)


class CoverageEvent(Base):
    """How the figures of an area changed on a day; a figure is the sum of all days till its own."""

    __tablename__ = "coverage_event"
    __table_args__ = ({"sqlite_with_rowid": False},)

    indicator_version_id: Mapped[int] = mapped_column(
        ForeignKey(IndicatorVersion.id), primary_key=True
    )
    map_id: Mapped[int] = mapped_column(ForeignKey(CoverageMap.id), primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey(Area.id), primary_key=True)
    #: Days since 1 January 1970.
    day: Mapped[int] = mapped_column(Integer, primary_key=True)
    in_post: Mapped[int]
    #: Persons who have reached what is asked; for turns, classes and turnover their number.
    reached: Mapped[int]
    under_way: Mapped[int]
    new_in_post: Mapped[int]
    #: Of those in post, how many stand here by estimate.
    estimated: Mapped[int]


class CoverageBuild(Base):
    """That an indicator was counted on a map, and when."""

    __tablename__ = "coverage_build"

    indicator_version_id: Mapped[int] = mapped_column(
        ForeignKey(IndicatorVersion.id), primary_key=True
    )
    map_id: Mapped[int] = mapped_column(ForeignKey(CoverageMap.id), primary_key=True)
    built_at: Mapped[datetime]


class CoverageCursor(Base):
    """How far the outbox was followed; there is one row."""

    __tablename__ = "coverage_cursor"
    __table_args__ = (CheckConstraint("id = 1", name="there_is_one"),)

    id: Mapped[IntPk]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    followed_at: Mapped[datetime]


#: The day numbers count from.
EPOCH = date(1970, 1, 1)
