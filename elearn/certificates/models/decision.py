"""Tables of decisions and of the states they bring: what a paper of the issuer made so."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.certificates.rules import State
from elearn.db import Base, IntPk, Unalterable


class Decision(Unalterable, Base):
    """A paper of an issuer: its number and day, and who wrote it down here and when."""

    __tablename__ = "decision"
    __table_args__ = (
        CheckConstraint("number <> ''", name="number_not_empty"),
        UniqueConstraint("issuer_id", "number", "decided_on", "training_class_id"),
    )

    id: Mapped[IntPk]
    issuer_id: Mapped[int] = mapped_column(ForeignKey("issuer.id", ondelete="RESTRICT"))
    number: Mapped[str]
    decided_on: Mapped[date]
    #: The class whose list it approves.
    training_class_id: Mapped[int] = mapped_column(
        ForeignKey("training_class.id", ondelete="RESTRICT"), index=True
    )
    #: No foreign key to an account: whoever wrote it down stays named if she leaves.
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    recorded_at: Mapped[datetime]


class CertificateState(Unalterable, Base):
    """What a certificate is from a day on: valid when issued, later revoked or replaced.

    The rows are numbered from 1, the latest holds; two who write at once cannot both write one.
    """

    __tablename__ = "certificate_state"
    __table_args__ = (
        UniqueConstraint("certificate_id", "number"),
        CheckConstraint("number >= 1", name="number_from_one"),
        CheckConstraint("(state = 'valid') = (reason = '')", name="an_end_has_a_reason"),
        CheckConstraint(
            "(state = 'replaced') = (replaced_by_id IS NOT NULL)", name="replaced_names_the_other"
        ),
    )

    id: Mapped[IntPk]
    certificate_id: Mapped[int] = mapped_column(ForeignKey("certificate.id", ondelete="RESTRICT"))
    number: Mapped[int]
    state: Mapped[State] = mapped_column(index=True)
    #: The day from which it holds: of the issue, or of the decision that ends it.
    since: Mapped[date]
    decision_id: Mapped[int] = mapped_column(
        ForeignKey("decision.id", ondelete="RESTRICT"), index=True
    )
    reason: Mapped[str]
    replaced_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("certificate.id", ondelete="RESTRICT"), unique=True
    )
    at: Mapped[datetime]
    decision: Mapped[Decision] = relationship(lazy="joined", innerjoin=True)
