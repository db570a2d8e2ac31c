"""Tables of counts: maps, where units stand on them, and what changed on each day.

All of it follows from dated facts and can be thrown away; `elearn coverage rebuild` makes it again.
Rows of counts refer to no area, unit or person by a key: they are derived from rows that do, and
millions of them are written at once.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from elearn.coverage.models.definitions import IndicatorVersion
from elearn.db import Base, IntPk, ValidTime, in_order_of_days


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

    @property
    def is_restated(self) -> bool:
        """Return whether what stood in other borders is carried into these."""
        return self.kind is MapKind.RESTATED


class UnitOnMap(Base):
    """Where a unit stands on a restated map, whatever the day; −1 is no area of that level."""

    __tablename__ = "unit_on_map"
    __table_args__ = ({"sqlite_with_rowid": False},)

    map_id: Mapped[int] = mapped_column(ForeignKey(CoverageMap.id), primary_key=True)
    org_unit_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    country_id: Mapped[int]
    province_id: Mapped[int]
    district_id: Mapped[int]
    commune_id: Mapped[int]
    #: 1, 2, 4, 8 where the country, province, district, commune is the likeliest of several.
    estimated: Mapped[int] = mapped_column(SmallInteger)


class BuildState(StrEnum):
    """Whether a counting is being written, is what readers see, or waits to be thrown away."""

    WRITING = "writing"
    CURRENT = "current"
    RETIRED = "retired"


class CoverageBuild(Base):
    """A counting of an indicator on a map; readers see one that was written to its end."""

    __tablename__ = "coverage_build"
    __table_args__ = (
        CheckConstraint("(state = 'writing') = (built_at IS NULL)", name="built_when_written"),
        Index(
            "uq_coverage_build_current",
            "indicator_version_id",
            "map_id",
            unique=True,
            sqlite_where=text("state = 'current'"),
            postgresql_where=text("state = 'current'"),
        ),
    )

    id: Mapped[IntPk]
    indicator_version_id: Mapped[int] = mapped_column(ForeignKey(IndicatorVersion.id), index=True)
    map_id: Mapped[int] = mapped_column(ForeignKey(CoverageMap.id), index=True)
    #: The build that keeps the persons for this one, counted together with it on another map.
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("coverage_build.id"), index=True)
    state: Mapped[BuildState]
    begun_at: Mapped[datetime]
    built_at: Mapped[datetime | None]
    #: Since when what it was counted by has changed as a whole: it is to be counted anew.
    stale_since: Mapped[datetime | None]

    @property
    def keeper_id(self) -> int:
        """The build that keeps the persons of this one: itself, if it was counted first."""
        return self.lead_id or self.id


class CountedPerson(Base):
    """What builds counted of a person on their maps, packed; following takes it back.

    Of whom a figure is counted is the same on each map: the first build keeps it for all.
    """

    __tablename__ = "counted_person"
    __table_args__ = ({"sqlite_with_rowid": False},)

    build_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: The entry that stands for her.
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    facts: Mapped[bytes] = mapped_column(LargeBinary)


class CountedUnit(Base):
    """Where a build took a unit to stand on some days, or where an area lay; following asks it."""

    __tablename__ = "counted_unit"
    __table_args__ = ({"sqlite_with_rowid": False},)

    build_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: The unit; of classes the area.
    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: Counts its places from 0.
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: Days since 1 January 1970, both included.
    first: Mapped[int]
    last: Mapped[int]
    country_id: Mapped[int]
    province_id: Mapped[int]
    district_id: Mapped[int]
    commune_id: Mapped[int]
    #: As in `UnitOnMap`.
    estimated: Mapped[int] = mapped_column(SmallInteger)


class CoverageEvent(Base):
    """How the figures of an area changed on a day, or within a month or a year.

    A figure is the sum of the years before its day's, of the months before its day's, and of the
    days of its month: few rows, however long the past.
    """

    __tablename__ = "coverage_event"
    __table_args__ = (
        # Room beside each row: what is added to it stays in its place on PostgreSQL.
        {"sqlite_with_rowid": False, "postgresql_with": {"fillfactor": 75}},
    )

    build_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    area_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: How many days it tells of, as in `rules.Span`.
    span: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    #: Days since 1 January 1970; the first day of the month or of the year.
    day: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    in_post: Mapped[int]
    #: Persons who have reached what is asked; for turns, classes and turnover their number.
    reached: Mapped[int]
    under_way: Mapped[int]
    new_in_post: Mapped[int]
    #: Of those in post, how many stand here by estimate.
    estimated: Mapped[int]


class CoverageCursor(Base):
    """How far the outbox was followed; there is one row."""

    __tablename__ = "coverage_cursor"
    __table_args__ = (CheckConstraint("id = 1", name="there_is_one"),)

    id: Mapped[IntPk]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    followed_at: Mapped[datetime]
