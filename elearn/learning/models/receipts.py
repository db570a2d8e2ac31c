"""Receipts that a learner takes along: signed texts, and the keys they were signed by."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk
from elearn.people import Person


class ReceiptKey(Base):
    """A key of this installation that receipts were signed by: its public half, kept for ever.

    Whoever changes the secret of the installation signs by another key; older receipts stay true.
    """

    __tablename__ = "receipt_key"

    #: Its thumbprint (RFC 7638).
    id: Mapped[str] = mapped_column(String(43), primary_key=True)
    #: The 32 bytes of an Ed25519 key, as a JWK writes them.
    public: Mapped[str] = mapped_column(String(43))
    since: Mapped[datetime]


class SignedReceipt(Base):
    """What the server told a person it held of her at a moment, signed, word for word."""

    __tablename__ = "signed_receipt"

    id: Mapped[IntPk]
    #: The word in its address: who holds the paper may open it.
    token: Mapped[str] = mapped_column(String(32), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id, ondelete="RESTRICT"), index=True)
    said_at: Mapped[datetime]
    #: A JWS in its compact form (RFC 7515).
    text: Mapped[str]
