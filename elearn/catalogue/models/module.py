"""Modules (chuyên đề): shared between programmes, so that one completion counts in all of them."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.catalogue.models.version import Thing, Version, thing_constraints, version_constraints
from elearn.catalogue.rules import Block, Origin, Region
from elearn.db import Base


class Module(Thing, Base):
    """A module under its code."""

    __tablename__ = "module"
    __table_args__ = (*thing_constraints(),)


class ModuleVersion(Version, Base):
    """One wording of a module: its title, region and usual block, and its lectures in order."""

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
