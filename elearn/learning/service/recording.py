"""Watch reports: seconds are merged by OR and paid for from the person's one budget."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.db import insert_missing
from elearn.errors import InvalidInput, NotFound
from elearn.learning.models import WatchEvidence, WatchSession
from elearn.learning.rules import Budget, Credit, Receipt, Seconds, Standing, Terms, WatchReport
from elearn.learning.rules import credit as credited
from elearn.learning.service.keeping import Record, keep, lock_budget, record_of
from elearn.learning.service.opening import is_watching
from elearn.text import msg


def record(
    db: Session, person_id: int, report: WatchReport, *, terms: Terms, now: datetime
) -> Receipt:
    """Merge a report into the person's map, as far as her budget goes, and return the receipt.

    A report may come twice, late or out of order: seconds already held cost nothing. It reads by
    one statement and writes by one (SQLite: three), unless it begins a form or ends a session.

    :raise NotFound: if the session is not hers.
    :raise InvalidInput: if a range leaves the medium.
    """
    kept = _record(db, person_id, report, now)
    claimed = _claimed(report, kept.length)
    budget = Budget(kept.unspent, kept.grown_at)
    if kept.closed_at is None or is_watching(db, person_id, terms, now):
        budget = budget.grown(now, terms.limits, kept.told_interval)
    outcome = credited(Seconds.from_bytes(kept.bits), claimed, budget)
    position = min(report.position, kept.length)
    required = Seconds.from_bytes(kept.required or b"")
    standing = Standing(outcome.held, kept.length, terms.share_percent, position, required=required)
    keep(
        db,
        (person_id, kept.medium_version_id, kept.session_id, report.form),
        budget=_budget(outcome.budget, terms),
        map_=_map(standing, kept.seen_at, now),
        evidence=_evidence(kept, claimed, outcome, now),
    )
    if report.is_closing and kept.closed_at is None:
        mine = update(WatchSession).where(WatchSession.id == kept.session_id)
        db.execute(mine.values(closed_at=now))
    return Receipt(report.session, standing, outcome.refused, now)


def _record(db: Session, person_id: int, report: WatchReport, now: datetime) -> Record:
    """Return what the report touches; a session's first report in a form begins its evidence."""
    if found := record_of(db, person_id, report.session, report.form):
        return found
    _begin_form(db, person_id, report, now)
    return cast(Record, record_of(db, person_id, report.session, report.form))


def _begin_form(db: Session, person_id: int, report: WatchReport, now: datetime) -> None:
    session_id = db.scalar(
        select(WatchSession.id).where(
            WatchSession.token == report.session, WatchSession.person_id == person_id
        )
    )
    if session_id is None:
        raise NotFound(msg("Không thấy lượt xem này. Mở lại bài giảng để xem tiếp."))
    lock_budget(db, person_id)  # First, as every report does: else two may wait for each other.
    insert_missing(
        db,
        WatchEvidence,
        watch_session_id=session_id,
        form=report.form,
        claimed=b"",
        refused=b"",
        credited_seconds=0,
        reports=0,
        first_at=now,
        last_at=now,
    )


def _claimed(report: WatchReport, length: int) -> Seconds:
    try:
        return Seconds.of(report.ranges, length)
    except ValueError:
        raise InvalidInput(
            ranges=msg("Có đoạn nằm ngoài bài giảng dài %(length)s giây.", length=length)
        ) from None


def _budget(budget: Budget, terms: Terms) -> dict[str, Any]:
    return {
        "unspent": budget.unspent,
        "grown_at": budget.grown_at,
        "told_interval": terms.interval,
    }


def _map(standing: Standing, seen_at: datetime | None, now: datetime) -> dict[str, Any]:
    return {
        "bits": standing.held.to_bytes(),
        "seconds": len(standing.held),
        "position": standing.position,
        "changed_at": now,
        "seen_at": seen_at or (now if standing.is_seen else None),
    }


def _evidence(kept: Record, claimed: Seconds, outcome: Credit, now: datetime) -> dict[str, Any]:
    """Keep all that was claimed; what is credited later is no longer counted as refused."""
    refused = (Seconds.from_bytes(kept.refused) | outcome.refused) - outcome.held
    new = outcome.held - Seconds.from_bytes(kept.bits)
    return {
        "claimed": (Seconds.from_bytes(kept.claimed) | claimed).to_bytes(),
        "refused": refused.to_bytes(),
        "credited_seconds": kept.credited_seconds + len(new),
        "reports": kept.reports + 1,
        "last_at": now,
    }
