"""What a version shows when only its slides and its sound are sent."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.media.reasons import said
from elearn.media.rules.slides import SlideFacts, SlideOrigin
from elearn.storage import StoredFile
from elearn.text import Message


class DeckState(StrEnum):
    """How far a PDF is on its way to the slides."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class Slide(Base):
    """One picture and the moment from which it is shown, until the next one comes."""

    __tablename__ = "slide"
    __table_args__ = (
        UniqueConstraint("set_id", "number"),
        UniqueConstraint("set_id", "at_ms"),
        CheckConstraint("number >= 1", name="number_from_one"),
        CheckConstraint("at_ms >= 0", name="not_before_the_film"),
        CheckConstraint("(number = 1) = (at_ms = 0)", name="first_from_the_beginning"),
    )

    id: Mapped[IntPk]
    set_id: Mapped[int] = mapped_column(ForeignKey("slide_set.id", ondelete="RESTRICT"))
    number: Mapped[int]
    at_ms: Mapped[int]
    #: A slide that comes back has the same file again, and is sent to a phone once.
    file_id: Mapped[int] = mapped_column(
        ForeignKey("stored_file.id", ondelete="RESTRICT"), index=True
    )
    origin: Mapped[SlideOrigin]
    #: What stands on it, for those who hear the page read; empty: nobody has written it yet.
    text: Mapped[str] = mapped_column(default="")
    file: Mapped[StoredFile] = relationship()

    @property
    def facts(self) -> SlideFacts:
        return SlideFacts(self.at_ms, self.file_id, self.origin, self.text)


class SlideSet(Base):
    """The slides of a version as they stood after one correction; the greatest number is shown.

    A set never changes: whoever watches while somebody corrects keeps the one she began with.
    """

    __tablename__ = "slide_set"
    __table_args__ = (
        UniqueConstraint("version_id", "number"),
        CheckConstraint("number >= 1", name="number_from_one"),
        CheckConstraint("size_bytes >= 0", name="size_not_negative"),
    )

    id: Mapped[IntPk]
    version_id: Mapped[int] = mapped_column(ForeignKey("medium_version.id", ondelete="RESTRICT"))
    number: Mapped[int]
    #: What its pictures weigh together, each counted once.
    size_bytes: Mapped[int]
    made_at: Mapped[datetime]
    #: Nobody: the machine found them.
    made_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    slides: Mapped[list[Slide]] = relationship(order_by=Slide.number)


class SlideDeck(Base):
    """A PDF given to a version, whose pages shall take the places of its pictures."""

    __tablename__ = "slide_deck"
    __table_args__ = (
        CheckConstraint("(state = 'failed') = (reason IS NOT NULL)", name="failed_for_a_reason"),
    )

    id: Mapped[IntPk]
    version_id: Mapped[int] = mapped_column(
        ForeignKey("medium_version.id", ondelete="RESTRICT"), index=True
    )
    file_id: Mapped[int] = mapped_column(
        ForeignKey("stored_file.id", ondelete="RESTRICT"), index=True
    )
    file_name: Mapped[str] = mapped_column(String(255))
    #: Page by page as they stand; otherwise each slide gets the page that looks like it.
    is_in_order: Mapped[bool]
    uploaded_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    uploaded_at: Mapped[datetime]
    state: Mapped[DeckState] = mapped_column(default=DeckState.WAITING)
    reason: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    #: What became of it, in words: how many slides took a page, and which did not.
    outcome: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    file: Mapped[StoredFile] = relationship()

    @property
    def job_key(self) -> str:
        """Return the key of the job that takes its pages over."""
        return f"media.slides_pdf {self.id}"

    @property
    def told(self) -> Message | None:
        """Return what became of it, or why nothing did."""
        kept = self.reason or self.outcome
        return said(kept) if kept else None
