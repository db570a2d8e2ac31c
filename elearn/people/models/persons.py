"""Tables of persons and the posts they hold and held."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk, Recorded, ValidTime, in_order_of_days
from elearn.people.models.posts import Post
from elearn.people.models.units import OrgUnit
from elearn.text import msg


class Gender(StrEnum):
    """What lists ask for; it decides how a person is addressed."""

    FEMALE = "female"
    MALE = "male"


GENDER_NAMES = {Gender.FEMALE: msg("Nữ"), Gender.MALE: msg("Nam")}


class EndReason(StrEnum):
    """Why a tenure ended."""

    TERM_ENDED = "term_ended"
    TRANSFERRED = "transferred"
    RETIRED = "retired"
    RESIGNED = "resigned"
    UNIT_ENDED = "unit_ended"
    OTHER = "other"


END_REASON_NAMES = {
    EndReason.TERM_ENDED: msg("hết nhiệm kỳ"),
    EndReason.TRANSFERRED: msg("điều động, luân chuyển"),
    EndReason.RETIRED: msg("nghỉ hưu"),
    EndReason.RESIGNED: msg("thôi việc"),
    EndReason.UNIT_ENDED: msg("đơn vị kết thúc hoạt động"),
    EndReason.OTHER: msg("lý do khác"),
}


class Person(Base):
    """A human being, with one key for ever; two entries of one person are joined, not merged."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("same_as_id <> id", name="same_as_is_another_entry"),
        CheckConstraint("birth_year BETWEEN 1900 AND 2100", name="birth_year_is_believable"),
        CheckConstraint("full_name <> ''", name="full_name_not_empty"),
    )

    id: Mapped[IntPk]
    #: As she writes it, composed letters; never rewritten by us.
    full_name: Mapped[str]
    given_name: Mapped[str]
    name_folded: Mapped[str] = mapped_column(index=True)
    sort_key: Mapped[bytes] = mapped_column(index=True)
    born_on: Mapped[date | None]
    #: Known more often than the day; agrees with it where both are known.
    birth_year: Mapped[int | None]
    gender: Mapped[Gender | None]
    #: 0 and digits; a family may share one.
    phone: Mapped[str | None] = mapped_column(String(20), index=True)
    same_as_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)


class Tenure(ValidTime, Recorded, Base):
    """A person in a post of an organisation unit, on some days, as we knew it at some time."""

    __tablename__ = "tenure"
    __table_args__ = (
        in_order_of_days(),
        CheckConstraint("end_reason IS NULL OR valid_to IS NOT NULL", name="reason_needs_an_end"),
        CheckConstraint("superseded_at >= recorded_at", name="superseded_after_recorded"),
        Index(
            "uq_tenure_person_id_post_key_org_unit_id_valid_from",
            "person_id",
            "post_key",
            "org_unit_id",
            "valid_from",
            unique=True,
            sqlite_where=text("superseded_at IS NULL"),
            postgresql_where=text("superseded_at IS NULL"),
        ),
    )

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    post_key: Mapped[str] = mapped_column(ForeignKey("post.key"), index=True)
    org_unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"), index=True)
    #: The paper it rests on, as cited: "12/QĐ-HPN".
    decision: Mapped[str | None]
    end_reason: Mapped[EndReason | None]

    person: Mapped[Person] = relationship()
    post: Mapped[Post] = relationship()
    org_unit: Mapped[OrgUnit] = relationship()
