"""Report files are brought by whoever has a line, and what was put aside is tried again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from elearn import audit, people
from elearn.access import Actor
from elearn.db.bulk import new_keys
from elearn.learning.offline.models import EnvelopeState, ReportEnvelope, ReportFile
from elearn.learning.offline.rules import Reason
from elearn.learning.offline.rules.files import ReportText, kept_name, pause_after
from elearn.learning.offline.rules.wording import NEWER
from elearn.learning.offline.service.taking import EnvelopeOutcome, take
from elearn.learning.rules import Terms

_AT_ONCE = 200
_OVER = (EnvelopeState.TAKEN, EnvelopeState.KNOWN)


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as it was brought, and what was read in it."""

    name: str
    content: bytes
    report: ReportText

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Taking:
    """What envelopes are taken by: the secret that their seals come from, and the terms."""

    secret_key: str
    terms: Terms


def bring(
    db: Session, actor: Actor, brought: Sequence[Brought], by: Taking, *, now: datetime
) -> list[ReportFile]:
    """Take what files tell, and keep what could not be taken; return the files in their order.

    A file that the same person had brought before is that file again: what was put aside of it is
    tried once more.
    """
    files = _brought_before(db, actor, {one.sha256 for one in brought})
    waiting = [row for file in files.values() for row in db.scalars(_waiting(file))]
    new: list[ReportEnvelope] = []
    for one in brought:
        if one.sha256 not in files:
            files[one.sha256] = file = _file(one, actor, now)
            new += file.envelopes
    _try(db, [*waiting, *new], by, now=now)
    for row, key in zip(new, new_keys(db, ReportEnvelope, len(new)), strict=True):
        row.id = key  # So that all are written at once.
    db.add_all(files.values())
    db.flush()
    for file in files.values():
        audit.record(db, actor, "bring", "report_file", file.id, now=now)
    return [files[one.sha256] for one in brought]


def retry(db: Session, actor: Actor, file: ReportFile, by: Taking, *, now: datetime) -> int:
    """Try what was put aside of a file again; return how many are put aside no more."""
    rows = db.scalars(_waiting(file)).all()
    _try(db, rows, by, now=now)
    audit.record(db, actor, "retry", "report_file", file.id, now=now)
    return sum(row.state is not EnvelopeState.QUARANTINED for row in rows)


def retry_due(db: Session, by: Taking, *, now: datetime) -> int:
    """Try some that were put aside and whose time has come; return how many these were.

    What stays aside waits longer each time.
    """
    row = ReportEnvelope
    due = select(row).where(row.retry_at <= now).order_by(row.retry_at, row.id).limit(_AT_ONCE)
    rows = db.scalars(due.with_for_update(skip_locked=True)).all()
    _try(db, rows, by, now=now)
    return len(rows)


def _brought_before(db: Session, actor: Actor, hashes: set[str]) -> dict[str, ReportFile]:
    own = people.entry_ids(actor.person_id or 0)
    found = select(ReportFile).where(ReportFile.brought_by_id.in_(own))
    found = found.where(ReportFile.sha256.in_(hashes)).order_by(ReportFile.id.desc())
    return {file.sha256: file for file in db.scalars(found)}


def _waiting(file: ReportFile) -> Select[ReportEnvelope]:
    row = ReportEnvelope
    aside = row.state == EnvelopeState.QUARANTINED
    found = select(row).where(row.report_file_id == file.id, aside).order_by(row.id)
    return found.with_for_update().execution_options(populate_existing=True)


def _file(one: Brought, actor: Actor, now: datetime) -> ReportFile:
    reason = NEWER if one.report.is_newer else ""
    return ReportFile(
        name=kept_name(one.name),
        sha256=one.sha256,
        size=len(one.content),
        host=one.report.host,
        announced=one.report.announced,
        brought_by_id=actor.person_id,
        brought_at=now,
        envelopes=[
            ReportEnvelope(place=place, raw=line, reason=reason, tries=0)
            for place, line in enumerate(one.report.lines, 1)
        ],
    )


def _try(db: Session, rows: Sequence[ReportEnvelope], by: Taking, *, now: datetime) -> None:
    lines = [row.raw or b"" for row in rows]
    outcomes = take(db, lines, secret_key=by.secret_key, terms=by.terms, now=now)
    for row, outcome in zip(rows, outcomes, strict=True):
        _settle(row, outcome, now)
    db.flush()


def _settle(row: ReportEnvelope, outcome: EnvelopeOutcome, now: datetime) -> None:
    is_over = outcome.state in _OVER
    row.state, row.reason = outcome.state, _reason(row, outcome.reason)
    row.tries, row.tried_at = row.tries + 1, now
    row.offline_lease_id = outcome.lease.id if outcome.lease else None
    row.claimed_seconds = outcome.claimed_seconds if is_over else 0
    row.credited_seconds = outcome.credited_seconds
    row.refused_seconds = len(outcome.refused)
    row.raw = None if is_over else row.raw
    aside = outcome.state is EnvelopeState.QUARANTINED
    row.retry_at = now + pause_after(row.tries) if aside else None


def _reason(row: ReportEnvelope, reason: Reason | None) -> str:
    if reason is Reason.UNREADABLE and row.reason == NEWER:
        return NEWER
    return reason or ""
