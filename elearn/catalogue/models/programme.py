"""Programmes: what is offered to whom, in which days, and what completing one takes."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.areas import Level
from elearn.catalogue.models.version import Thing, Version, thing_constraints, version_constraints
from elearn.catalogue.rules import Block, CertificateKind, ContentTag, Mode, Opening, Origin, Region
from elearn.db import Base, ValidTime, in_order_of_days
from elearn.people import TargetGroup


class Programme(Thing, Base):
    """A programme under its code."""

    __tablename__ = "programme"
    __table_args__ = (*thing_constraints(),)


class ProgrammeVersion(Version, ValidTime, Base):
    """One wording of a programme, on two axes: the days it is offered, and when we knew.

    Classes may open from `valid_from` to `valid_to`; the planned years are those the source speaks
    of, and close nothing. Completing it takes every required module, at least `min_electives` of
    the others, and the pass mark. `variant_of` is what variants for different regions share.
    """

    __tablename__ = "programme_version"
    __table_args__ = (
        *version_constraints("programme_id"),
        in_order_of_days(),
        CheckConstraint("title <> ''", name="title_not_empty"),
        CheckConstraint("days > 0 AND periods > 0", name="days_and_periods_positive"),
        CheckConstraint("online_percent BETWEEN 0 AND 100", name="online_percent_is_a_share"),
        CheckConstraint("min_electives >= 0", name="min_electives_not_negative"),
        CheckConstraint("quiz_pass_percent BETWEEN 0 AND 100", name="quiz_pass_is_a_share"),
        CheckConstraint("planned_to_year >= planned_from_year", name="planned_years_in_order"),
        CheckConstraint("classes_per_province > 0", name="classes_per_province_positive"),
        CheckConstraint("min_class_size > 0", name="min_class_size_positive"),
    )

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    title: Mapped[str]
    organiser: Mapped[str]
    level: Mapped[Level]
    region: Mapped[Region]
    variant_of: Mapped[str | None] = mapped_column(String(40))
    origin: Mapped[Origin]
    days: Mapped[int]
    periods: Mapped[int]
    mode: Mapped[Mode]
    online_percent: Mapped[int | None]
    certificate: Mapped[CertificateKind]
    min_electives: Mapped[int]
    quiz_pass_percent: Mapped[int]
    planned_from_year: Mapped[int | None]
    planned_to_year: Mapped[int | None]
    classes_per_province: Mapped[int | None]
    min_class_size: Mapped[int | None]
    source: Mapped[str | None]
    note: Mapped[str | None]
    programme: Mapped[Programme] = relationship(lazy="joined", innerjoin=True)
    modules: Mapped[list["ProgrammeModule"]] = relationship(
        lazy="raise", order_by="ProgrammeModule.position"
    )
    groups: Mapped[list["ProgrammeGroup"]] = relationship(lazy="raise")
    tags: Mapped[list["ProgrammeTag"]] = relationship(lazy="raise")

    @property
    def code(self) -> str:
        return self.programme.code

    def opening_on(self, day: date) -> Opening:
        """Return whether classes may open on the day, not yet, or no more."""
        if self.is_valid_on(day):
            return Opening.OPEN
        return Opening.COMING if day < self.valid_from else Opening.CLOSED


class ProgrammeGroup(Base):
    """A target group for which a programme version is held."""

    __tablename__ = "programme_group"

    programme_version_id: Mapped[int] = mapped_column(
        ForeignKey("programme_version.id"), primary_key=True
    )
    group_key: Mapped[str] = mapped_column(
        ForeignKey(TargetGroup.key, ondelete="RESTRICT"), primary_key=True, index=True
    )


class ProgrammeTag(Base):
    """A kind of content that completing a programme version counts for."""

    __tablename__ = "programme_tag"

    programme_version_id: Mapped[int] = mapped_column(
        ForeignKey("programme_version.id"), primary_key=True
    )
    tag: Mapped[ContentTag] = mapped_column(primary_key=True, index=True)


class ProgrammeModule(Base):
    """A module's place in a programme version: its block, and whether everyone must take it."""

    __tablename__ = "programme_module"
    __table_args__ = (
        UniqueConstraint("programme_version_id", "position"),
        CheckConstraint("position >= 1", name="position_from_one"),
        CheckConstraint("is_required = (block <> 'elective')", name="elective_is_not_required"),
    )

    programme_version_id: Mapped[int] = mapped_column(
        ForeignKey("programme_version.id"), primary_key=True
    )
    module_id: Mapped[int] = mapped_column(ForeignKey("module.id"), primary_key=True, index=True)
    block: Mapped[Block]
    is_required: Mapped[bool]
    position: Mapped[int]
