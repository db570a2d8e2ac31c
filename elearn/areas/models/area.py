"""The thing that lasts, how it was on a day, and what became of it."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from elearn.areas.rules import Kind, Level
from elearn.db import Base, IntPk, Recorded, ValidTime, in_order_of_days


class Passage(StrEnum):
    """Whether an area passed into another as a whole or was divided among several."""

    WHOLE = "whole"
    SPLIT = "split"


class Area(Base):
    """An administrative unit through time; its key never changes, its code and name may."""

    __tablename__ = "area"
    __table_args__ = (CheckConstraint("level <> 'branch'", name="level_is_of_a_territory"),)

    id: Mapped[IntPk]
    level: Mapped[Level]


class AreaVersion(ValidTime, Recorded, Base):
    """An area as it was during some days: its official code, type, name, parent and place."""

    __tablename__ = "area_version"
    __table_args__ = (
        in_order_of_days(),
        CheckConstraint("parent_id <> area_id", name="parent_is_another_area"),
        Index(
            "uq_area_version_area_id_valid_from",
            "area_id",
            "valid_from",
            unique=True,
            sqlite_where=text("superseded_at IS NULL"),
            postgresql_where=text("superseded_at IS NULL"),
        ),
        Index("ix_area_version_path", "path", postgresql_ops={"path": "text_pattern_ops"}),
    )

    id: Mapped[IntPk]
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    #: The official code; codes are reused, so never join on it.
    code: Mapped[str] = mapped_column(String(10), index=True)
    kind: Mapped[Kind]
    name: Mapped[str]
    full_name: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    #: The keys from the root down to this area itself: "/1/45/678/".
    path: Mapped[str]
    name_folded: Mapped[str] = mapped_column(index=True)
    sort_key: Mapped[bytes]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    #: On what the version rests; unknown before the lists begin.
    resolution_id: Mapped[int | None] = mapped_column(ForeignKey("area_resolution.id"), index=True)


class AreaLineage(Base):
    """An area that ended, and one into which it or a part of it passed."""

    __tablename__ = "area_lineage"
    __table_args__ = (
        CheckConstraint("from_area_id <> to_area_id", name="passes_into_another_area"),
        Index(
            "uq_area_lineage_default",
            "from_area_id",
            "happened_on",
            unique=True,
            sqlite_where=text("is_default"),
            postgresql_where=text("is_default"),
        ),
    )

    from_area_id: Mapped[int] = mapped_column(ForeignKey("area.id"), primary_key=True)
    to_area_id: Mapped[int] = mapped_column(ForeignKey("area.id"), primary_key=True, index=True)
    happened_on: Mapped[date]
    kind: Mapped[Passage]
    #: The likeliest heir: where a person of the old area is looked for first.
    is_default: Mapped[bool]
    #: Between the two centres; a great distance is a reason to look again.
    distance_km: Mapped[float | None]
    #: On what the passage rests.
    resolution_id: Mapped[int | None] = mapped_column(ForeignKey("area_resolution.id"), index=True)
