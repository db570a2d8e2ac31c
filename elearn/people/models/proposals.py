"""The table of proposals: what a commune says of its posts, and what the province made of it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.people.models.persons import Gender, Person
from elearn.people.models.posts import Post
from elearn.people.models.tenures import Tenure
from elearn.people.models.units import OrgUnit
from elearn.people.rules.moves import EndReason
from elearn.people.rules.proposals import ProposalKind, ProposalState


class TenureProposal(Base):
    """That somebody took up or left a post in a commune, said there; it counts once confirmed.

    Somebody new is kept here in words until then: nobody counts whom nobody has confirmed.
    """

    __tablename__ = "tenure_proposal"
    __table_args__ = (
        CheckConstraint("(state = 'waiting') = (decided_at IS NULL)", name="waiting_or_decided"),
        CheckConstraint("(state = 'refused') = (refusal IS NOT NULL)", name="refused_with_reason"),
        CheckConstraint("(state = 'confirmed') = (result_id IS NOT NULL)", name="confirmed_counts"),
        CheckConstraint("(kind = 'end') = (tenure_id IS NOT NULL)", name="an_end_ends_a_tenure"),
        CheckConstraint("(kind = 'end') = (end_reason IS NOT NULL)", name="an_end_has_a_reason"),
        CheckConstraint("person_id IS NOT NULL OR new_name <> ''", name="is_about_somebody"),
        CheckConstraint("decided_at >= proposed_at", name="decided_after_proposed"),
        Index("ix_tenure_proposal_state_proposed_at", "state", "proposed_at", "id"),
        Index(
            "uq_tenure_proposal_about",
            "about",
            unique=True,
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )

    id: Mapped[IntPk]
    kind: Mapped[ProposalKind]
    state: Mapped[ProposalState] = mapped_column(default=ProposalState.WAITING)
    #: The commune, as the area it was when this was proposed.
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id", ondelete="RESTRICT"), index=True)
    #: Of somebody new: the entry made of her, or found to be her, when it was confirmed.
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    new_name: Mapped[str | None]
    new_birth_year: Mapped[int | None]
    new_gender: Mapped[Gender | None]
    new_phone: Mapped[str | None] = mapped_column(String(20))
    post_key: Mapped[str] = mapped_column(ForeignKey("post.key"), index=True)
    org_unit_id: Mapped[int] = mapped_column(
        ForeignKey("org_unit.id", ondelete="RESTRICT"), index=True
    )
    tenure_id: Mapped[int | None] = mapped_column(
        ForeignKey("tenure.id", ondelete="RESTRICT"), index=True
    )
    #: The first day of a post that begins, the last of one that ends.
    day: Mapped[date]
    decision: Mapped[str | None]
    end_reason: Mapped[EndReason | None]
    #: Who, which post, where: the same waits once.
    about: Mapped[str] = mapped_column(String(300))
    proposed_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    proposed_at: Mapped[datetime]
    decided_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    decided_at: Mapped[datetime | None]
    refusal: Mapped[str | None]
    #: The tenure as it holds since this was confirmed.
    result_id: Mapped[int | None] = mapped_column(
        ForeignKey("tenure.id", ondelete="RESTRICT"), index=True
    )

    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])
    proposed_by: Mapped[Person | None] = relationship(foreign_keys=[proposed_by_id])
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id])
    post: Mapped[Post] = relationship()
    org_unit: Mapped[OrgUnit] = relationship()
    tenure: Mapped[Tenure | None] = relationship(foreign_keys=[tenure_id])

    @property
    def name(self) -> str:
        """The name of whom it is about, as it stands in the list or as it was given."""
        return self.person.full_name if self.person else self.new_name or ""

    @property
    def is_waiting(self) -> bool:
        return self.state is ProposalState.WAITING

    @property
    def is_of_somebody_new(self) -> bool:
        return self.person_id is None
