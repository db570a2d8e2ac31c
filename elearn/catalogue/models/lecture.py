"""Lectures: a code that stays, versions of its text, and what a version counts for."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.catalogue.models.version import Thing, Version, thing_constraints, version_constraints
from elearn.catalogue.rules import ContentTag, Origin, Region
from elearn.db import Base
from elearn.media import Medium
from elearn.people import TargetGroup


class Lecture(Thing, Base):
    """A lecture under its code; its texts are versions, its film is a medium (with its own)."""

    __tablename__ = "lecture"
    __table_args__ = (*thing_constraints(),)

    medium_id: Mapped[int | None] = mapped_column(
        ForeignKey(Medium.id, ondelete="RESTRICT"), index=True
    )
    current: Mapped["LectureVersion"] = relationship(
        primaryjoin="and_(Lecture.id == LectureVersion.lecture_id,"
        " LectureVersion.superseded_at.is_(None))",
        viewonly=True,
        lazy="joined",
    )

    @property
    def title(self) -> str:
        return self.current.title


class LectureVersion(Version, Base):
    """One wording of a lecture.

    The slides are kept whole, as JSON: nobody asks for a slide without its neighbours, they are
    part of what was taught in this version, and a film can be made from a version long after the
    folder has moved on. HTML is not kept: it is made from the body when shown.
    """

    __tablename__ = "lecture_version"
    __table_args__ = (
        *version_constraints("lecture_id"),
        CheckConstraint("title <> ''", name="title_not_empty"),
        CheckConstraint("planned_minutes > 0", name="planned_minutes_positive"),
    )

    lecture_id: Mapped[int] = mapped_column(ForeignKey("lecture.id"))
    title: Mapped[str]
    planned_minutes: Mapped[int]
    region: Mapped[Region]
    origin: Mapped[Origin]
    source: Mapped[str | None]
    note: Mapped[str | None]
    is_illustrative: Mapped[bool]
    objectives: Mapped[dict[str, list[str]]] = mapped_column(JSON)
    body: Mapped[str]
    slides: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    #: WebVTT in the times of the film, as media keep it.
    captions: Mapped[str | None]
    tags: Mapped[list["LectureTag"]] = relationship(lazy="raise")
    groups: Mapped[list["LectureGroup"]] = relationship(lazy="raise")


class LectureTag(Base):
    """A kind of content that a lecture version counts for, where a target asks for content."""

    __tablename__ = "lecture_tag"

    lecture_version_id: Mapped[int] = mapped_column(
        ForeignKey("lecture_version.id"), primary_key=True
    )
    tag: Mapped[ContentTag] = mapped_column(primary_key=True, index=True)


class LectureGroup(Base):
    """A target group for which a lecture version is written."""

    __tablename__ = "lecture_group"

    lecture_version_id: Mapped[int] = mapped_column(
        ForeignKey("lecture_version.id"), primary_key=True
    )
    group_key: Mapped[str] = mapped_column(
        ForeignKey(TargetGroup.key, ondelete="RESTRICT"), primary_key=True, index=True
    )
