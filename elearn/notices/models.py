"""Tables of what people are told, of the letters about it, and of how far the outbox was read."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.notices.rules import LetterState
from elearn.people import Person


class Notice(Base):
    """Something one person is told."""

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("person_id", "key"),
        CheckConstraint("link = '' OR link LIKE '/%'", name="link_leads_into_the_product"),
        CheckConstraint("read_at >= at", name="read_after_told"),
        Index("ix_notice_key", "key"),
        Index(
            "ix_notice_unread",
            "person_id",
            sqlite_where=text("read_at IS NULL"),
            postgresql_where=text("read_at IS NULL"),
        ),
    )

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    #: One of `Kind`; no CHECK, for each later domain brings kinds of its own.
    kind: Mapped[str] = mapped_column(String(40))
    #: What is told, so that nobody is told it twice: "class:12:admitted:…".
    key: Mapped[str] = mapped_column(String(120))
    #: The words and figures its sentence names.
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    link: Mapped[str] = mapped_column(String(300), default="")
    at: Mapped[datetime]
    read_at: Mapped[datetime | None]

    letter: Mapped["Letter | None"] = relationship(viewonly=True)


class NoticeCursor(Base):
    """How far the outbox was followed: one row, kept with what was told."""

    __tablename__ = "notice_cursor"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[IntPk]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class MailAddress(Base):
    """Where a person wants letters sent; nothing is, but a code, until she has confirmed it."""

    __tablename__ = "mail_address"
    __table_args__ = (
        CheckConstraint("confirmed_at >= asked_at", name="confirmed_after_asked"),
        CheckConstraint("tries >= 0", name="tries_are_counted"),
    )

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), primary_key=True
    )
    address: Mapped[str] = mapped_column(String(254))
    #: The language of the page on which she gave it.
    language: Mapped[str] = mapped_column(String(5))
    #: The code is made from it, and so stands nowhere.
    asked_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    confirmed_at: Mapped[datetime | None]


class Letter(Base):
    """One e-mail: about a notice, or with the code that confirms an address."""

    __tablename__ = "letter"
    __table_args__ = (
        CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent_at_some_time"),
        CheckConstraint("state <> 'refused' OR error <> ''", name="refused_with_reason"),
        CheckConstraint("attempts >= 0", name="attempts_are_counted"),
        Index("ix_letter_state_due_at", "state", "due_at"),
    )

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"), index=True)
    #: None for the letter with a code.
    notice_id: Mapped[int | None] = mapped_column(
        ForeignKey("notice.id", ondelete="RESTRICT"), unique=True
    )
    address: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(5))
    state: Mapped[LetterState] = mapped_column(default=LetterState.WAITING)
    written_at: Mapped[datetime]
    #: Not before then; while one tries, it is when another may.
    due_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    #: What the server said the last time, without any address.
    error: Mapped[str] = mapped_column(default="")

    notice: Mapped[Notice | None] = relationship()
    person: Mapped[Person] = relationship()


class MailPause(Base):
    """That the mail server cannot be reached, since when, and when it is tried again: one row."""

    __tablename__ = "mail_pause"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[IntPk]
    since: Mapped[datetime]
    failures: Mapped[int]
    due_at: Mapped[datetime]
    error: Mapped[str]
