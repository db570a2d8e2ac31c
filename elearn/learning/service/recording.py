"""Watch reports: seconds are merged by OR and paid for from the person's one budget."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from elearn.errors import InvalidInput, NotFound
from elearn.learning.rules import Form, Receipt, Seconds, SessionKind, Terms, WatchReport
from elearn.learning.service.crediting import Ledger
from elearn.learning.service.keeping import begin_forms, forms_begun, leased_by, records_of, write
from elearn.learning.service.opening import is_watching
from elearn.text import msg

_GONE = msg("Không thấy lượt xem này. Mở lại bài giảng để xem tiếp.")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a person's player says was played."""

    person_id: int
    report: WatchReport


#: What became of a claim: kept, or of the kind that can never be.
Outcome = Receipt | NotFound | InvalidInput


def record(
    db: Session, person_id: int, report: WatchReport, *, terms: Terms, now: datetime
) -> Receipt:
    """Merge a report into the person's map, as far as her budget goes, and return the receipt.

    A report may come twice, late or out of order: seconds already held cost nothing.

    :raise NotFound: if the session is not hers.
    :raise InvalidInput: if a range is none, or no second of it lies within the medium.
    """
    [outcome] = record_many(db, [Claim(person_id, report)], terms=terms, now=now)
    if isinstance(outcome, Receipt):
        return outcome
    raise outcome


def record_many(
    db: Session, claims: Sequence[Claim], *, terms: Terms, now: datetime
) -> list[Outcome]:
    """Record many persons' reports, one after another, and return what became of each.

    All are locked and read by one statement and written by one (SQLite: three), unless one begins
    a form or ends a session; one more tells of leases where something was played under one. A
    report that can never be kept spoils no other.
    """
    tokens = {claim.report.session for claim in claims}
    missing = {_key(claim) for claim in claims} - forms_begun(db, tokens)
    if missing:
        begin_forms(db, sorted(missing), among_all=tokens, now=now)
    ledger = Ledger(terms, now, lambda person_id: is_watching(db, person_id, terms, now))
    records = records_of(db, tokens)
    away = {one.person_id for one in records if one.kind is SessionKind.OFFLINE}
    ledger.take(records, leased_by(db, away) if away else {})
    known = ledger.known
    outcomes = [
        _outcome(ledger, claim) if _key(claim) in known else NotFound(_GONE) for claim in claims
    ]
    write(db, ledger.changes())
    return outcomes


def _key(claim: Claim) -> tuple[int, str, Form]:
    return claim.person_id, claim.report.session, claim.report.form


def _outcome(ledger: Ledger, claim: Claim) -> Outcome:
    length = ledger.length_of(claim.report.session)
    outside = msg("Có đoạn nằm ngoài bài giảng dài %(length)s giây.", length=length)
    try:
        claimed, has_all = Seconds.inside(claim.report.ranges, length)
    except ValueError:
        return InvalidInput(ranges=outside)
    if not claimed and not has_all:
        return InvalidInput(ranges=outside)
    receipt = ledger.credit(claim.report, claimed)
    return receipt if has_all else replace(receipt, is_cut=True)
