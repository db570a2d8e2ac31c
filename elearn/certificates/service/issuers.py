"""Taking in the list of issuers."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.certificates.models import Issuer, IssuerVersion
from elearn.certificates.reader import ISSUERS, ListedIssuer, issuers


def load_issuers(db: Session) -> int:
    """Write the issuers that come with the product and return how many rows are new or changed.

    A second time nothing changes; what the list no longer names stays, for registers refer to it.
    """
    return sum(_load(db, listed) for listed in issuers(ISSUERS))


def _load(db: Session, listed: ListedIssuer) -> int:
    issuer = db.scalar(select(Issuer).where(Issuer.sign == listed.sign))
    is_new = issuer is None
    if issuer is None:
        issuer = Issuer(sign=listed.sign)
        db.add(issuer)
        db.flush()
    held = {
        row.valid_from: row
        for row in db.scalars(select(IssuerVersion).where(IssuerVersion.issuer_id == issuer.id))
    }
    written = [_put(db, issuer, held.get(one["valid_from"]), one) for one in listed.versions]
    db.flush()
    return sum(written) + is_new


def _put(db: Session, issuer: Issuer, row: IssuerVersion | None, values: dict[str, Any]) -> bool:
    """Set the values and return whether that says anything new."""
    if row is None:
        db.add(IssuerVersion(issuer_id=issuer.id, **values))
        return True
    changed = {name for name, value in values.items() if getattr(row, name) != value}
    for name in changed:
        setattr(row, name, values[name])
    return bool(changed)
