"""Issuers as they are on a day, and the registers they keep."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from elearn.certificates.models import Issuer, IssuerVersion, Register
from elearn.errors import NotFound
from elearn.text import msg


def issuers_on(db: Session, day: date) -> Sequence[IssuerVersion]:
    """Return the issuers of the day, in the order of their signs."""
    found = select(IssuerVersion).join(Issuer).where(IssuerVersion.valid_on(day))
    return db.scalars(found.order_by(Issuer.sign)).all()


def issuer_on(db: Session, sign: str, day: date) -> IssuerVersion:
    """Return how the issuer of a sign is called and signs on the day.

    :raise NotFound: if there is none; those there are, are told.
    """
    known = issuers_on(db, day)
    for version in known:
        if version.issuer.sign == sign:
            return version
    signs = ", ".join(version.issuer.sign for version in known) or "–"
    raise NotFound(
        msg("Ngày này không có nơi cấp %(sign)s. Các nơi cấp: %(known)s.", sign=sign, known=signs)
    )


def registers(db: Session) -> Sequence[Register]:
    """Return every register, with its issuer, the oldest year first."""
    found = select(Register).options(joinedload(Register.issuer))
    return db.scalars(found.order_by(Register.year, Register.issuer_id, Register.kind)).all()
