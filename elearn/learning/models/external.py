"""What was learned elsewhere, as a paper says it: entered by one person, confirmed by another."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.catalogue import ProgrammeVersion
from elearn.db import Base, IntPk
from elearn.learning.models.completion import Completion
from elearn.learning.rules import CompletionForm
from elearn.learning.rules.external import RecordState
from elearn.people import Person
from elearn.storage import StoredFile


class ExternalRecord(Base):
    """A course taken elsewhere or before, with its paper; it counts once a second person agrees."""

    __tablename__ = "external_record"
    __table_args__ = (
        CheckConstraint("course <> ''", name="course_not_empty"),
        CheckConstraint("organiser <> ''", name="organiser_not_empty"),
        CheckConstraint("last_on >= first_on", name="days_in_order"),
        CheckConstraint("hours > 0", name="hours_positive"),
        CheckConstraint("form IN ('external', 'earlier_paper')", name="form_of_elsewhere"),
        CheckConstraint("(state = 'waiting') = (decided_at IS NULL)", name="waiting_or_decided"),
        CheckConstraint("decided_at >= entered_at", name="decided_after_entered"),
        CheckConstraint(
            "(state IN ('confirmed', 'taken_back')) = (completion_id IS NOT NULL)",
            name="confirmed_counts",
        ),
        CheckConstraint(
            "completion_id IS NULL OR programme_version_id IS NOT NULL",
            name="what_counts_names_its_programme",
        ),
        CheckConstraint(
            "completion_id IS NULL OR (decided_by_id <> person_id"
            " AND (entered_by_id IS NULL OR decided_by_id <> entered_by_id))",
            name="confirmed_by_a_second_person",
        ),
        CheckConstraint(
            "state NOT IN ('refused', 'taken_back') OR answer <> ''", name="ended_with_reason"
        ),
        CheckConstraint("(state = 'taken_back') = (ended_at IS NOT NULL)", name="ended_is_dated"),
        CheckConstraint("replaces_id <> id", name="replaces_another"),
        Index("ix_external_record_state", "state", "id"),
        Index(
            "uq_external_record_replaces_id",
            "replaces_id",
            unique=True,
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id, ondelete="RESTRICT"), index=True)
    course: Mapped[str]
    #: The programme it counts for; who enters may not know, who confirms must say.
    programme_version_id: Mapped[int | None] = mapped_column(
        ForeignKey(ProgrammeVersion.id, ondelete="RESTRICT"), index=True
    )
    form: Mapped[CompletionForm]
    organiser: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    first_on: Mapped[date | None]
    last_on: Mapped[date]
    hours: Mapped[int | None]
    number: Mapped[str | None]
    number_key: Mapped[str | None] = mapped_column(String(100), index=True)
    paper_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    state: Mapped[RecordState] = mapped_column(default=RecordState.WAITING)
    entered_by_id: Mapped[int | None] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), index=True
    )
    entered_at: Mapped[datetime]
    #: Who confirmed, refused or withdrew it.
    decided_by_id: Mapped[int | None] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), index=True
    )
    decided_at: Mapped[datetime | None]
    #: Why it was refused, or does not count any more.
    answer: Mapped[str] = mapped_column(default="")
    completion_id: Mapped[int | None] = mapped_column(
        ForeignKey(Completion.id, ondelete="RESTRICT"), unique=True
    )
    ended_by_id: Mapped[int | None] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), index=True
    )
    ended_at: Mapped[datetime | None]
    #: The record that this one puts right.
    replaces_id: Mapped[int | None] = mapped_column(
        ForeignKey("external_record.id", ondelete="RESTRICT"), index=True
    )

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    entered_by: Mapped[Person | None] = relationship(foreign_keys=[entered_by_id])
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id])
    ended_by: Mapped[Person | None] = relationship(foreign_keys=[ended_by_id])
    programme_version: Mapped[ProgrammeVersion | None] = relationship()
    completion: Mapped[Completion | None] = relationship()
    pages: Mapped[list["ExternalPage"]] = relationship(
        lazy="selectin", order_by="ExternalPage.number", passive_deletes="all"
    )

    @property
    def is_waiting(self) -> bool:
        return self.state is RecordState.WAITING


class ExternalPage(Base):
    """A page of the paper, as a picture of our making; forgotten with the person."""

    __tablename__ = "external_page"
    __table_args__ = (CheckConstraint("number >= 1", name="number_from_one"),)

    external_record_id: Mapped[int] = mapped_column(ForeignKey(ExternalRecord.id), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    file_id: Mapped[int] = mapped_column(ForeignKey(StoredFile.id, ondelete="RESTRICT"), index=True)

    file: Mapped[StoredFile] = relationship(lazy="joined", innerjoin=True)
