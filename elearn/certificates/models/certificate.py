"""Tables of certificates: the facts as they were printed, and the files that show them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.catalogue import CertificateKind
from elearn.certificates.models.decision import Decision
from elearn.certificates.rules import Facts, FileKind
from elearn.classes import Participation
from elearn.db import Base, IntPk, Unalterable
from elearn.storage import StoredFile


class Certificate(Unalterable, Base):
    """What was promised to a person on paper, number and every printed word.

    A participation has one certificate; where that is replaced or was revoked, the next *edition*.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        UniqueConstraint("register_id", "number"),
        UniqueConstraint("participation_id", "edition"),
        CheckConstraint("number >= 1", name="number_from_one"),
        CheckConstraint("edition >= 1", name="edition_from_one"),
        CheckConstraint("full_name <> ''", name="full_name_not_empty"),
        CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
        CheckConstraint("issued_on >= decision_on", name="issued_after_decision"),
        CheckConstraint("periods > 0", name="periods_positive"),
    )

    id: Mapped[IntPk]
    issuer_id: Mapped[int] = mapped_column(ForeignKey("issuer.id", ondelete="RESTRICT"), index=True)
    register_id: Mapped[int] = mapped_column(ForeignKey("register.id", ondelete="RESTRICT"))
    kind: Mapped[CertificateKind]
    number: Mapped[int]
    year: Mapped[int] = mapped_column(index=True)
    shown_number: Mapped[str] = mapped_column(String(60), unique=True)
    #: The last part of its short address, /c/<token>; it tells nothing and cannot be guessed.
    token: Mapped[str] = mapped_column(String(20), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"), index=True)
    participation_id: Mapped[int] = mapped_column(
        ForeignKey("participation.id", ondelete="RESTRICT")
    )
    edition: Mapped[int]
    decision_id: Mapped[int] = mapped_column(
        ForeignKey("decision.id", ondelete="RESTRICT"), index=True
    )
    issued_at: Mapped[datetime]
    #: For lists: the name as printed, without its diacritics.
    name_folded: Mapped[str] = mapped_column(index=True)

    full_name: Mapped[str]
    born: Mapped[str]
    unit: Mapped[str]
    programme_title: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    periods: Mapped[int]
    decision_number: Mapped[str]
    decision_on: Mapped[date]
    issued_on: Mapped[date]
    issuer_name: Mapped[str]
    issuer_parent: Mapped[str]
    place: Mapped[str]
    signer_prefix: Mapped[str]
    signer_title: Mapped[str]
    signer_name: Mapped[str]
    address: Mapped[str]

    decision: Mapped[Decision] = relationship()
    participation: Mapped[Participation] = relationship()

    @property
    def facts(self) -> Facts:
        """Return what is printed on it, as it was frozen."""
        values: dict[str, Any] = {
            name: getattr(self, name) for name in Facts.__slots__ if name != "number"
        }
        return Facts(number=self.shown_number, **values)

    @property
    def job_key(self) -> str:
        """Return the key of the job that prints it."""
        return f"certificates.render {self.id}"


class CertificateFile(Unalterable, Base):
    """A file of a certificate, one of a kind: as rendered, as sealed, as signed outside."""

    __tablename__ = "certificate_file"
    __table_args__ = (UniqueConstraint("certificate_id", "kind"),)

    id: Mapped[IntPk]
    certificate_id: Mapped[int] = mapped_column(ForeignKey("certificate.id", ondelete="RESTRICT"))
    kind: Mapped[FileKind]
    file_id: Mapped[int] = mapped_column(
        ForeignKey("stored_file.id", ondelete="RESTRICT"), index=True
    )
    kept_at: Mapped[datetime]
    file: Mapped[StoredFile] = relationship(lazy="joined", innerjoin=True)
