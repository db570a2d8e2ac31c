"""Drafts: what an instructor has written of a module and has not published."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from elearn.catalogue.models.module import Module, ModuleVersion
from elearn.db import Base, IntPk
from elearn.people import Person

NEW = "nhap-"  # No code begins with small letters.


class ModuleDraft(Base):
    """What will be the next version of a module, or the first of one that has no code yet.

    It is saved while somebody types, so it may be half finished, and it is no version: it may be
    altered, and vanishes when it is published. Its content is kept whole, as JSON, in the shape
    of `rules.draft.DraftContent`: nobody asks for a part of it.
    """

    __tablename__ = "module_draft"
    __table_args__ = (
        CheckConstraint("revision >= 1", name="revision_from_one"),
        CheckConstraint("writer_since BETWEEN 1 AND revision", name="writer_since_a_revision"),
        CheckConstraint("began_from_id IS NULL OR module_id IS NOT NULL", name="began_from_own"),
    )

    id: Mapped[IntPk]
    module_id: Mapped[int | None] = mapped_column(
        ForeignKey("module.id", ondelete="RESTRICT"), unique=True
    )
    #: Which version was current when it was begun: another one then is somebody else's.
    began_from_id: Mapped[int | None] = mapped_column(
        ForeignKey("module_version.id", ondelete="RESTRICT"), index=True
    )
    owner_id: Mapped[int] = mapped_column(ForeignKey(Person.id, ondelete="RESTRICT"), index=True)
    title: Mapped[str]
    content: Mapped[dict[str, Any]] = deferred(mapped_column(JSON))
    #: It grows by one with each save; who saves says which one she has seen.
    revision: Mapped[int]
    #: The window that saved last, and from which revision on it was the only one.
    writer: Mapped[str] = mapped_column(String(40))
    writer_since: Mapped[int]
    saved_at: Mapped[datetime]
    saved_by_id: Mapped[int] = mapped_column(ForeignKey(Person.id, ondelete="RESTRICT"), index=True)
    module: Mapped[Module | None] = relationship(lazy="raise")
    began_from: Mapped[ModuleVersion | None] = relationship(lazy="raise")
    owner: Mapped[Person] = relationship(foreign_keys=owner_id, lazy="joined", innerjoin=True)
    saved_by: Mapped[Person] = relationship(foreign_keys=saved_by_id, lazy="joined", innerjoin=True)

    @property
    def name(self) -> str:
        """Return what stands for the code in the address of a module that has none."""
        return f"{NEW}{self.id}"
