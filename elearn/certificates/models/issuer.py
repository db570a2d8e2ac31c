"""Tables of issuers: who signs, under which name on which days, and the registers they keep."""

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.catalogue import CertificateKind
from elearn.db import Base, IntPk, ValidTime, in_order_of_days


class Issuer(Base):
    """A body that issues certificates; the sign stands in its numbers and never changes."""

    __tablename__ = "issuer"
    __table_args__ = (CheckConstraint("sign <> ''", name="sign_not_empty"),)

    id: Mapped[IntPk]
    #: "HVPN", as in 0147/2026/GCN-HVPN.
    sign: Mapped[str] = mapped_column(String(20), unique=True)


class IssuerVersion(ValidTime, Base):
    """How an issuer is called and signs on some days."""

    __tablename__ = "issuer_version"
    __table_args__ = (
        in_order_of_days(),
        UniqueConstraint("issuer_id", "valid_from"),
        CheckConstraint("name <> '' AND place <> '' AND signer_title <> ''", name="named_in_full"),
    )

    id: Mapped[IntPk]
    issuer_id: Mapped[int] = mapped_column(ForeignKey("issuer.id", ondelete="RESTRICT"))
    name: Mapped[str]
    #: The body above it, which heads the paper; empty if none does.
    parent: Mapped[str]
    #: Where it signs: "Hà Nội".
    place: Mapped[str]
    #: Whom the signer stands for, "KT. GIÁM ĐỐC", where it is usually a deputy.
    signer_prefix: Mapped[str]
    signer_title: Mapped[str]
    issuer: Mapped[Issuer] = relationship(lazy="joined", innerjoin=True)


class Register(Base):
    """One book of numbers: an issuer, a kind, a year. The last number given stands in it."""

    __tablename__ = "register"
    __table_args__ = (
        UniqueConstraint("issuer_id", "kind", "year"),
        CheckConstraint("last_number >= 0", name="last_number_not_negative"),
        CheckConstraint("year BETWEEN 2000 AND 2999", name="year_is_believable"),
    )

    id: Mapped[IntPk]
    issuer_id: Mapped[int] = mapped_column(ForeignKey("issuer.id", ondelete="RESTRICT"))
    kind: Mapped[CertificateKind]
    year: Mapped[int]
    last_number: Mapped[int] = mapped_column(default=0)
    issuer: Mapped[Issuer] = relationship()
