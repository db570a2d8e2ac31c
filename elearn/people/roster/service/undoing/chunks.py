"""One transaction of an undoing: the newest rows that are left, and the units at the end."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.db import among
from elearn.db.turns import give_way, take_turn
from elearn.people.models import OrgUnit, OrgUnitPlace
from elearn.people.roster.models import BatchState, ChangeAct, RosterBatch, RosterChange, RosterRow
from elearn.people.roster.queries.held import held
from elearn.people.roster.queries.resting import resting_on
from elearn.people.roster.service.committing.checking import held_people
from elearn.people.roster.service.undoing.aliases import forget_aliases
from elearn.people.roster.service.undoing.holding import staying
from elearn.people.roster.service.undoing.taking import take_back
from elearn.people.roster.service.undoing.written import Written

_UNIT, _PLACE = OrgUnit.__tablename__, OrgUnitPlace.__tablename__


def undo_chunk(
    db: Session, actor: Actor, batch: RosterBatch, rows: Sequence[Written], *, now: datetime
) -> None:
    """Take back what these rows wrote, those of them that still wait; the others say why not."""
    take_turn(db, "roster")
    give_way(db)
    held(db, batch)
    if batch.state is not BatchState.UNDOING:
        return
    due = _still_due(db, rows)
    held_people(db, {key for one in due for key in (one.person_id, one.entered) if key})
    stays = staying(db, due)
    going = [one for one in due if one.row_id not in stays.why]
    if not _try(db, actor, batch, going, now):  # Somebody built on one of them in this moment.
        for one in going:
            if not _try(db, actor, batch, [one], now):
                stays.note(one, "other")
    marks = [{"id": key, "stays": why} for key, why in stays.why.items()]
    if marks:
        db.execute(update(RosterRow), marks)


def _still_due(db: Session, rows: Sequence[Written]) -> list[Written]:
    row = RosterRow
    due = select(row.id).where(among(db, row.id, [one.row_id for one in rows]))
    left = set(db.scalars(due.where(row.undone_at.is_(None), row.stays.is_(None))))
    return [one for one in rows if one.row_id in left]


def _try(
    db: Session, actor: Actor, batch: RosterBatch, rows: Sequence[Written], now: datetime
) -> bool:
    """Take back in a savepoint, and return whether nothing stood in the way."""
    try:
        with db.begin_nested():
            take_back(db, actor, batch, rows, now=now)
    except IntegrityError:
        return False
    return True


def undo_units(db: Session, batch: RosterBatch, *, now: datetime) -> None:
    """Take away the units that the batch founded and in which nothing is left."""
    take_turn(db, "roster")
    held(db, batch)
    founded = _founded(db, batch)
    places = {key for table, key in founded if table == _PLACE}
    units = {key for table, key in founded if table == _UNIT}
    used = {
        key
        for key, table, referring in resting_on(db, _UNIT, units)
        if not (table == _PLACE and referring in places)
    }
    gone = units - used
    stood = select(OrgUnitPlace.id).where(among(db, OrgUnitPlace.org_unit_id, gone))
    going = set(db.scalars(stood))
    for kind, keys in ((OrgUnitPlace, going), (OrgUnit, gone)):
        if keys:
            db.execute(
                delete(kind).where(among(db, kind.id, keys)),
                execution_options={"synchronize_session": False},
            )
        change = RosterChange
        mine = change.batch_id == batch.id, change.of_table == kind.__tablename__
        done = update(change).where(*mine, among(db, change.of_id, keys)).values(undone_at=now)
        db.execute(done, execution_options={"synchronize_session": False})


def _founded(db: Session, batch: RosterBatch) -> list[tuple[str, int]]:
    change = RosterChange
    mine = change.batch_id == batch.id, change.act == ChangeAct.INSERT, change.undone_at.is_(None)
    asked = select(change.of_table, change.of_id).where(*mine)
    return [
        (one[0], one[1]) for one in db.execute(asked.where(change.of_table.in_((_UNIT, _PLACE))))
    ]


def end_undo(db: Session, actor: Actor, batch: RosterBatch, *, now: datetime) -> None:
    """Say that a batch was taken back as far as that could be, unless it was said before."""
    held(db, batch)
    if batch.state is not BatchState.UNDOING:
        return
    undo_units(db, batch, now=now)
    forget_aliases(db, batch)
    batch.state, batch.undone_at = BatchState.UNDONE, now
    db.flush()
    row = RosterRow
    counted = select(func.count(row.undone_at), func.count()).where(
        row.batch_id == batch.id, row.applied_at.is_not(None)
    )
    undone, applied = db.execute(counted).one()
    details = {"undone": undone, "stay": applied - undone}
    audit.record(db, actor, "end_undo", "roster_batch", batch.id, now=now, details=details)


def left_to_undo(db: Session, batch: RosterBatch) -> tuple[int, int, int]:
    """Return how many rows went back, how many were tried, and of how many that were written."""
    row = RosterRow
    stays = func.count().filter(row.undone_at.is_(None), row.stays.is_not(None))
    mine = row.batch_id == batch.id, row.applied_at.is_not(None)
    gone, stay, written = db.execute(
        select(func.count(row.undone_at), stays, func.count()).where(*mine)
    ).one()
    return gone, gone + stay, written


def try_again(db: Session, batch: RosterBatch, gone: int) -> bool:
    """Have what stayed tried again, if more rows went back than so many; return whether it is so.

    A row that was decided upon late may rest upon rows that stand below it in the file.
    """
    held(db, batch)
    now, tried, _ = left_to_undo(db, batch)
    if batch.state is not BatchState.UNDOING or now in (gone, tried):
        return False
    forget_stays(db, batch)
    return True


def forget_stays(db: Session, batch: RosterBatch) -> None:
    """Forget why rows stayed."""
    stayed = update(RosterRow).where(RosterRow.batch_id == batch.id, RosterRow.stays.is_not(None))
    db.execute(stayed.values(stays=None), execution_options={"synchronize_session": False})
