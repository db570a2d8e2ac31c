"""Tables of persons, and of two entries said to be one."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.text import msg


class Gender(StrEnum):
    """What lists ask for; it decides how a person is addressed."""

    FEMALE = "female"
    MALE = "male"


GENDER_NAMES = {Gender.FEMALE: msg("Nữ"), Gender.MALE: msg("Nam")}


class Person(Base):
    """A human being, with one key for ever; two entries of one person are joined, not merged."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("same_as_id <> id", name="same_as_is_another_entry"),
        CheckConstraint("birth_year BETWEEN 1900 AND 2100", name="birth_year_is_believable"),
        CheckConstraint("full_name <> ''", name="full_name_not_empty"),
        Index("ix_person_name_folded_born_on", "name_folded", "born_on"),
    )

    id: Mapped[IntPk]
    #: As she writes it, composed letters; never rewritten by us.
    full_name: Mapped[str]
    given_name: Mapped[str]
    name_folded: Mapped[str]
    sort_key: Mapped[bytes] = mapped_column(index=True)
    born_on: Mapped[date | None]
    #: Known more often than the day; agrees with it where both are known.
    birth_year: Mapped[int | None]
    gender: Mapped[Gender | None]
    #: 0 and digits; a family may share one.
    phone: Mapped[str | None] = mapped_column(String(20), index=True)
    #: By which her number of identity is known again; the number itself is nowhere.
    official_id_hash: Mapped[str | None] = mapped_column(String(64), index=True)
    same_as_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)


class PersonJoin(Base):
    """That an entry was joined to the one that stands for her, and perhaps parted again."""

    __tablename__ = "person_join"
    __table_args__ = (
        CheckConstraint("person_id <> whole_id", name="joined_to_another_entry"),
        CheckConstraint("undone_at >= joined_at", name="undone_after_joined"),
    )

    id: Mapped[IntPk]
    #: The entry that stood for itself until then.
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    whole_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    joined_at: Mapped[datetime]
    #: Who said so; nobody if the operator did.
    joined_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    whole: Mapped[Person] = relationship(foreign_keys=[whole_id])


class PersonJoinFollower(Base):
    """An entry the joined one stood for, which followed it: undoing brings it back there."""

    __tablename__ = "person_join_follower"

    join_id: Mapped[int] = mapped_column(ForeignKey("person_join.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
