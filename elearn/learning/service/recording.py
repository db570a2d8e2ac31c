"""Watch reports: seconds are merged by OR and paid for from the person's one budget.

One report reads one row and writes three, in Core statements: this is the busiest path of all.
"""

from datetime import datetime
from typing import NamedTuple, cast

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from elearn.db import insert_missing
from elearn.errors import InvalidInput, NotFound
from elearn.learning.models import WatchBudget, WatchEvidence, WatchMap, WatchSession
from elearn.learning.rules import Budget, Credit, Receipt, Seconds, Standing, Terms, WatchReport
from elearn.learning.rules import credit as credited
from elearn.learning.service.opening import is_watching
from elearn.text import msg


class _Record(NamedTuple):
    """All that a report touches, read and locked in one query."""

    session_id: int
    medium_version_id: int
    closed_at: datetime | None
    bits: bytes
    length: int
    unspent: int
    grown_at: datetime
    told_interval: int
    claimed: bytes
    refused: bytes
    credited_seconds: int
    reports: int


_READ = (
    select(
        WatchSession.id,
        WatchSession.medium_version_id,
        WatchSession.closed_at,
        WatchMap.bits,
        WatchMap.length,
        WatchBudget.unspent,
        WatchBudget.grown_at,
        WatchBudget.told_interval,
        WatchEvidence.claimed,
        WatchEvidence.refused,
        WatchEvidence.credited_seconds,
        WatchEvidence.reports,
    )
    .join(WatchBudget, WatchBudget.person_id == WatchSession.person_id)
    .join(
        WatchMap,
        (WatchMap.person_id == WatchSession.person_id)
        & (WatchMap.medium_version_id == WatchSession.medium_version_id),
    )
    .join(WatchEvidence, WatchEvidence.watch_session_id == WatchSession.id)
    .where(
        WatchSession.token == bindparam("session"),
        WatchSession.person_id == bindparam("person"),
        WatchEvidence.form == bindparam("form", type_=WatchEvidence.form.type),
    )
    # All three are locked, so that after a wait all three are read anew.
    .with_for_update(of=[WatchBudget, WatchMap, WatchEvidence])
)
_BUDGET = update(WatchBudget.__table__).where(WatchBudget.person_id == bindparam("person"))  # type: ignore[arg-type]  # __table__ is typed as any selectable
_MAP = update(WatchMap.__table__).where(  # type: ignore[arg-type]  # as above
    WatchMap.person_id == bindparam("person"),
    WatchMap.medium_version_id == bindparam("medium_version"),
)
_EVIDENCE = update(WatchEvidence.__table__).where(  # type: ignore[arg-type]  # as above
    WatchEvidence.watch_session_id == bindparam("session"),
    WatchEvidence.form == bindparam("of_form", type_=WatchEvidence.form.type),
)


def record(
    db: Session, person_id: int, report: WatchReport, *, terms: Terms, now: datetime
) -> Receipt:
    """Merge a report into the person's map, as far as her budget goes, and return the receipt.

    A report may come twice, late or out of order: seconds already held cost nothing.

    :raise NotFound: if the session is not hers.
    :raise InvalidInput: if a range leaves the medium.
    """
    kept = _read(db, person_id, report) or _begin_form(db, person_id, report, now)
    claimed = _claimed(report, kept.length)
    budget = Budget(kept.unspent, kept.grown_at)
    if kept.closed_at is None or is_watching(db, person_id, terms, now):
        budget = budget.grown(now, terms.limits, kept.told_interval)
    held = Seconds.from_bytes(kept.bits)
    outcome = credited(held, claimed, budget)
    standing = Standing(
        outcome.held, kept.length, terms.share_percent, min(report.position, kept.length)
    )
    _write_budget(db, person_id, outcome.budget, terms)
    _write_map(db, person_id, kept, standing, now)
    _write_evidence(db, kept, report, outcome, now)
    if report.is_closing and kept.closed_at is None:
        mine = update(WatchSession).where(WatchSession.id == kept.session_id)
        db.execute(mine.values(closed_at=now))
    return Receipt(report.session, standing, outcome.refused, now)


def _read(db: Session, person_id: int, report: WatchReport) -> _Record | None:
    values = {"session": report.session, "person": person_id, "form": report.form}
    row = db.execute(_READ, values).one_or_none()
    return _Record(*row) if row else None


def _begin_form(db: Session, person_id: int, report: WatchReport, now: datetime) -> _Record:
    """Begin the evidence of a session in a form it was not yet watched in."""
    session_id = db.scalar(
        select(WatchSession.id).where(
            WatchSession.token == report.session, WatchSession.person_id == person_id
        )
    )
    if session_id is None:
        raise NotFound(msg("Không thấy lượt xem này. Mở lại bài giảng để xem tiếp."))
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
    return cast(_Record, _read(db, person_id, report))


def _claimed(report: WatchReport, length: int) -> Seconds:
    try:
        return Seconds.of(report.ranges, length)
    except ValueError:
        raise InvalidInput(
            ranges=msg("Có đoạn nằm ngoài bài giảng dài %(length)s giây.", length=length)
        ) from None


def _write_budget(db: Session, person_id: int, budget: Budget, terms: Terms) -> None:
    db.connection().execute(
        _BUDGET,
        {
            "person": person_id,
            "unspent": budget.unspent,
            "grown_at": budget.grown_at,
            "told_interval": terms.interval,
        },
    )


def _write_map(
    db: Session, person_id: int, kept: _Record, standing: Standing, now: datetime
) -> None:
    db.connection().execute(
        _MAP,
        {
            "person": person_id,
            "medium_version": kept.medium_version_id,
            "bits": standing.held.to_bytes(),
            "seconds": len(standing.held),
            "position": standing.position,
            "changed_at": now,
        },
    )


def _write_evidence(
    db: Session, kept: _Record, report: WatchReport, outcome: Credit, now: datetime
) -> None:
    """Keep all that was claimed; what is credited later is no longer counted as refused."""
    claimed = Seconds.from_bytes(kept.claimed) | _claimed(report, kept.length)
    refused = (Seconds.from_bytes(kept.refused) | outcome.refused) - outcome.held
    new = outcome.held - Seconds.from_bytes(kept.bits)
    db.connection().execute(
        _EVIDENCE,
        {
            "session": kept.session_id,
            "of_form": report.form,
            "claimed": claimed.to_bytes(),
            "refused": refused.to_bytes(),
            "credited_seconds": kept.credited_seconds + len(new),
            "reports": kept.reports + 1,
            "last_at": now,
        },
    )
