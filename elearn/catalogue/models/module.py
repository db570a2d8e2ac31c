"""Modules (chuyên đề): shared between programmes, so that one completion counts in all of them."""

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.catalogue.models.version import Thing, Version, thing_constraints, version_constraints
from elearn.catalogue.rules import Block, ContentTag, Origin, Region
from elearn.db import Base
from elearn.people import TargetGroup


def _no_objectives() -> dict[str, list[str]]:
    return {"knowledge": [], "skills": [], "attitude": []}


class Module(Thing, Base):
    """A module under its code."""

    __tablename__ = "module"
    __table_args__ = (*thing_constraints(),)


class ModuleVersion(Version, Base):
    """One wording of a module: what it is called and for, and its lectures in order.

    Its objectives, tags and groups may be empty; each lecture has its own, and those count.
    """

    __tablename__ = "module_version"
    __table_args__ = (
        *version_constraints("module_id"),
        CheckConstraint("title <> ''", name="title_not_empty"),
    )

    module_id: Mapped[int] = mapped_column(ForeignKey("module.id"))
    title: Mapped[str]
    region: Mapped[Region]
    block: Mapped[Block]
    origin: Mapped[Origin]
    source: Mapped[str | None]
    note: Mapped[str | None]
    objectives: Mapped[dict[str, list[str]]] = mapped_column(JSON, default=_no_objectives)
    tags: Mapped[list["ModuleTag"]] = relationship(lazy="raise")
    groups: Mapped[list["ModuleGroup"]] = relationship(lazy="raise")
    lectures: Mapped[list["ModuleLecture"]] = relationship(
        lazy="raise", order_by="ModuleLecture.position"
    )


class ModuleLecture(Base):
    """A lecture's place in a module version; the lecture's own text may move on beneath it."""

    __tablename__ = "module_lecture"
    __table_args__ = (
        UniqueConstraint("module_version_id", "position"),
        CheckConstraint("position >= 1", name="position_from_one"),
    )

    module_version_id: Mapped[int] = mapped_column(
        ForeignKey("module_version.id"), primary_key=True
    )
    lecture_id: Mapped[int] = mapped_column(ForeignKey("lecture.id"), primary_key=True, index=True)
    position: Mapped[int]


class ModuleTag(Base):
    """A kind of content that a module version is about."""

    __tablename__ = "module_tag"

    module_version_id: Mapped[int] = mapped_column(
        ForeignKey("module_version.id"), primary_key=True
    )
    tag: Mapped[ContentTag] = mapped_column(primary_key=True, index=True)


class ModuleGroup(Base):
    """A target group for which a module version is written."""

    __tablename__ = "module_group"

    module_version_id: Mapped[int] = mapped_column(
        ForeignKey("module_version.id"), primary_key=True
    )
    group_key: Mapped[str] = mapped_column(
        ForeignKey(TargetGroup.key, ondelete="RESTRICT"), primary_key=True, index=True
    )
