"""What is said in a version, in several languages, now and before it was corrected."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint, case
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk
from elearn.media.rules import LANGUAGE_NAMES, language_order


class CaptionOrigin(StrEnum):
    """Who wrote captions down: a person, whoever made the file they lay in, or a machine."""

    PERSON = "person"
    CONTAINER = "container"
    #: Heard by a machine, and no person has said since that it is right.
    MACHINE = "machine"


class Caption(Base):
    """What is said in a version, in one language, as WebVTT."""

    __tablename__ = "caption"
    __table_args__ = (
        UniqueConstraint("version_id", "language"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
    )

    id: Mapped[IntPk]
    version_id: Mapped[int] = mapped_column(ForeignKey("medium_version.id", ondelete="RESTRICT"))
    language: Mapped[str] = mapped_column(String(8))
    text: Mapped[str]
    changed_at: Mapped[datetime]
    #: Nobody: they came from a file, a job or the shell.
    changed_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    #: How often they were written; whoever changes them says which text she has before her.
    revision: Mapped[int] = mapped_column(default=1)
    origin: Mapped[CaptionOrigin] = mapped_column(default=CaptionOrigin.PERSON)

    @property
    def label(self) -> str:
        """Return the name of the language in that language."""
        return LANGUAGE_NAMES.get(self.language, self.language)

    @property
    def is_unchecked(self) -> bool:
        return self.origin is CaptionOrigin.MACHINE


#: Vietnamese first, whatever the codes: the first captions are those a player shows by itself.
CAPTION_ORDER = case(
    {language: language_order(language) for language in LANGUAGE_NAMES},
    value=Caption.language,
    else_=len(LANGUAGE_NAMES),
)


class CaptionRevision(Base):
    """Captions as they stood before they were written anew or taken away."""

    __tablename__ = "caption_revision"
    __table_args__ = (
        UniqueConstraint("version_id", "language", "revision"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
    )

    id: Mapped[IntPk]
    version_id: Mapped[int] = mapped_column(ForeignKey("medium_version.id", ondelete="RESTRICT"))
    language: Mapped[str] = mapped_column(String(8))
    revision: Mapped[int]
    text: Mapped[str]
    origin: Mapped[CaptionOrigin]
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
