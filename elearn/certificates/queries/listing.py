"""The register as a list: by year, kind, state, number and name, page after page."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.catalogue import CertificateKind
from elearn.certificates.models import Certificate, CertificateState
from elearn.certificates.queries.sight import visible_to
from elearn.certificates.rules import State
from elearn.text import fold, nfc

PAGE = 50
MOST_WORDS = 12  # No name has more; a query can hold so many, and not thousands.


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which certificates are looked for; nothing leaves it open."""

    year: int | None = None
    kind: CertificateKind | None = None
    state: State | None = None
    number: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A certificate in a list, and what it is now."""

    certificate: Certificate
    state: State


def certificate_page(
    db: Session, actor: Actor, wanted: Wanted, page: int = 1
) -> tuple[list[Listed], int]:
    """Return one page, the newest number first, and how many there are; at most four queries."""
    conditions = [visible_to(db, actor), *_matches(wanted)]
    found = (
        select(Certificate, state_now().label("state"))
        .where(*conditions)
        .order_by(Certificate.issued_at.desc(), Certificate.id.desc())
        .offset((page - 1) * PAGE)
        .limit(PAGE)
    )
    rows = [Listed(certificate, state) for certificate, state in db.execute(found)]
    count = select(func.count()).select_from(Certificate).where(*conditions)
    return rows, db.scalar(count) or 0


def state_now() -> ScalarSelect[State]:
    """Return, within a query on `Certificate`, what it is now."""
    return (
        select(CertificateState.state)
        .where(CertificateState.certificate_id == Certificate.id)
        .order_by(CertificateState.number.desc())
        .limit(1)
        .correlate(Certificate)
        .scalar_subquery()
    )


def _matches(wanted: Wanted) -> Sequence[ColumnElement[bool]]:
    exact: list[ColumnElement[bool]] = []
    if wanted.year is not None:
        exact.append(Certificate.year == wanted.year)
    if wanted.kind is not None:
        exact.append(Certificate.kind == wanted.kind)
    if wanted.state is not None:
        exact.append(state_now() == wanted.state)
    if number := nfc(wanted.number).upper():
        exact.append(Certificate.shown_number.contains(number, autoescape=True))
    words = fold(nfc(wanted.name)).split()[:MOST_WORDS]
    return [*exact, *(Certificate.name_folded.contains(word, autoescape=True) for word in words)]


def years(db: Session) -> Sequence[int]:
    """Return the years in which certificates were issued, the latest first."""
    found = select(Certificate.year).distinct().order_by(Certificate.year.desc())
    return db.scalars(found).all()
