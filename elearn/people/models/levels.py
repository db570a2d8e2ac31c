"""Tables of the levels persons have reached, and of the yearly look at them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk, Recorded
from elearn.people.models.persons import Person
from elearn.people.rules import ATTAINMENTS, Attainment, Field


def _level_is_of_its_field() -> CheckConstraint:
    pairs = (
        f"(field = '{field.value}' AND level IN ({', '.join(repr(one.value) for one in levels)}))"
        for field, levels in ATTAINMENTS.items()
    )
    return CheckConstraint(" OR ".join(pairs), name="level_is_of_its_field")


class Qualification(Recorded, Base):
    """A level a person has reached in a field, as we knew it at some time."""

    __tablename__ = "qualification"
    __table_args__ = (
        _level_is_of_its_field(),
        CheckConstraint("superseded_at >= recorded_at", name="superseded_after_recorded"),
        Index(
            "uq_qualification_person_id_level",
            "person_id",
            "level",
            unique=True,
            sqlite_where=text("superseded_at IS NULL"),
            postgresql_where=text("superseded_at IS NULL"),
        ),
    )

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    field: Mapped[Field]
    level: Mapped[Attainment]
    obtained_on: Mapped[date | None]
    institution: Mapped[str | None]
    #: The paper it rests on, as cited.
    paper: Mapped[str | None]

    person: Mapped[Person] = relationship()


class QualificationReview(Base):
    """That a person's levels were looked at in a year, and are as they are written."""

    __tablename__ = "qualification_review"
    __table_args__ = (CheckConstraint("year BETWEEN 2000 AND 2200", name="year_is_believable"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    reviewed_on: Mapped[date]
    #: Who looked; nobody if the operator did.
    reviewed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
