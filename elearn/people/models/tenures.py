"""Tables of the posts persons hold and held, and of those they are planned for."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk, Recorded, ValidTime, in_order_of_days
from elearn.people.models.persons import Person
from elearn.people.models.posts import Post
from elearn.people.models.units import OrgUnit
from elearn.people.rules import EndReason


class Tenure(ValidTime, Recorded, Base):
    """A person in a post of an organisation unit, on some days, as we knew it at some time."""

    __tablename__ = "tenure"
    __table_args__ = (
        in_order_of_days(),
        CheckConstraint("end_reason IS NULL OR valid_to IS NOT NULL", name="reason_needs_an_end"),
        CheckConstraint(
            "end_decision IS NULL OR valid_to IS NOT NULL", name="end_decision_needs_an_end"
        ),
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
    #: With an index of its own: what was held for true earlier is asked for by person too.
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    post_key: Mapped[str] = mapped_column(ForeignKey("post.key"), index=True)
    org_unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"), index=True)
    #: The paper it rests on, as cited: "12/QĐ-HPN".
    decision: Mapped[str | None]
    end_reason: Mapped[EndReason | None]
    #: The paper by which it ended, as cited.
    end_decision: Mapped[str | None]

    person: Mapped[Person] = relationship()
    post: Mapped[Post] = relationship()
    org_unit: Mapped[OrgUnit] = relationship()


class PlannedPost(ValidTime, Recorded, Base):
    """A person planned for a post of a unit (quy hoạch) on some days, as we knew it then."""

    __tablename__ = "planned_post"
    __table_args__ = (
        in_order_of_days(),
        CheckConstraint("superseded_at >= recorded_at", name="superseded_after_recorded"),
        Index(
            "uq_planned_post_person_id_post_key_org_unit_id_valid_from",
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
    #: The years she is planned for, as the paper says: "2025-2030".
    term: Mapped[str | None] = mapped_column(String(40))
    decision: Mapped[str | None]

    person: Mapped[Person] = relationship()
    post: Mapped[Post] = relationship()
    org_unit: Mapped[OrgUnit] = relationship()
