"""A change of areas: received as rows of a file, looked at, then applied as a whole."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor, Role
from elearn.areas.models import Area, AreaChange
from elearn.areas.queries import ground_of
from elearn.areas.rules import Draft, Level, Paper, draft, lines_of
from elearn.areas.service.resolutions import resolution_of
from elearn.areas.service.rewriting import rewrite
from elearn.db import changed
from elearn.errors import Conflict, Forbidden, InvalidInput, Refusal
from elearn.text import msg, nfc


@dataclass(frozen=True, slots=True)
class NewChange:
    """A resolution and the rows of its file, each with its number, as they were read."""

    number: str
    title: str
    decided_on: date
    effective_on: date
    file_name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def digest(self) -> str:
        """What tells the same change again, whatever its file is called."""
        told = [nfc(self.number), self.effective_on.isoformat(), self.rows]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def may_change(actor: Actor) -> bool:
    """Return whether the person may change the areas of the country."""
    return actor.has(Role.CENTRAL)


def receive(db: Session, actor: Actor, new: NewChange, *, now: datetime) -> AreaChange:
    """Keep a file of changes until somebody applies it; the same one is kept once.

    :raise Forbidden: unless the person administers the centre.
    :raise InvalidInput: if it takes effect before it was decided.
    """
    _refuse_others(actor)
    if new.effective_on < new.decided_on:
        raise InvalidInput(effective_on=msg("Ngày hiệu lực không thể trước ngày ban hành."))
    known = db.scalar(select(AreaChange).where(AreaChange.digest == new.digest))
    if known is None:
        known = AreaChange(
            digest=new.digest,
            number=nfc(new.number),
            title=nfc(new.title),
            decided_on=new.decided_on,
            effective_on=new.effective_on,
            file_name=nfc(new.file_name),
            rows=json.dumps(new.rows, ensure_ascii=False),
            received_at=now,
        )
        db.add(known)
        db.flush()
    return known


def draft_of(db: Session, change: AreaChange) -> Draft:
    """Return what applying the change would do today, with all that speaks against it."""
    lines, problems = lines_of(json.loads(change.rows))
    codes = [line.new_code for line in lines if line.new_code]
    drafted = draft(lines, ground_of(db, change.effective_on, codes))
    drafted.problems[:0] = problems
    drafted.problems.sort(key=lambda problem: problem.line)
    return drafted


def apply(db: Session, actor: Actor, change: AreaChange, *, now: datetime) -> bool:
    """Let the areas become what the change says; return whether anything was done.

    A change that was applied before does nothing.

    :raise Forbidden: unless the person administers the centre.
    :raise Refusal: if a line cannot be applied; then nothing is.
    """
    _refuse_others(actor)
    _alone(db, change)
    if change.applied_at is not None:
        return False
    drafted = draft_of(db, change)
    if drafted.problems:
        raise Refusal(drafted.problems[0].told)
    if drafted.is_empty:
        raise Refusal(msg("Tệp không có dòng thay đổi nào."))
    paper = Paper(change.number, change.title, change.decided_on, change.effective_on)
    resolution = resolution_of(db, paper)
    rewrite(db, drafted, resolution, now=now)
    change.resolution, change.applied_at = resolution, now
    audit.record(db, actor, "apply", "area_change", change.id, now=now, details=_told(drafted))
    changed(db, "area_change", change.id, now=now)
    db.flush()
    return True


def discard(db: Session, actor: Actor, change: AreaChange, *, now: datetime) -> None:
    """Forget a file that was not applied.

    :raise Forbidden: unless the person administers the centre.
    :raise Conflict: if it was applied; what was applied stays known.
    """
    _refuse_others(actor)
    _alone(db, change)
    if change.applied_at is not None:
        raise Conflict(msg("Thay đổi này đã áp dụng, không bỏ được."))
    audit.record(db, actor, "discard", "area_change", change.id, now=now)
    db.delete(change)
    db.flush()


def _alone(db: Session, change: AreaChange) -> None:
    """Wait for whoever applies or discards a change now, and see what became of this one.

    :raise Conflict: if it was discarded meanwhile.
    """
    db.scalar(select(Area.id).where(Area.level == Level.CENTRAL).with_for_update())
    held = select(AreaChange).where(AreaChange.id == change.id)
    if db.scalar(held.execution_options(populate_existing=True)) is None:
        raise Conflict(msg("Tệp này đã có người bỏ."))


def _refuse_others(actor: Actor) -> None:
    if not may_change(actor):
        raise Forbidden(msg("Chỉ quản trị trung ương thay đổi danh mục đơn vị hành chính."))


def _told(drafted: Draft) -> dict[str, int]:
    return {
        "begun": len(drafted.begun),
        "ended": len(drafted.ended),
        "altered": len(drafted.altered),
    }
