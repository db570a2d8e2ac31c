"""One transaction of a commit: the next thousand rows, and all that follows from them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.db import among
from elearn.db.turns import give_way, take_turn
from elearn.people.models import Person, PlannedPost, Tenure
from elearn.people.roster.models import BatchState, ChangeAct, RosterBatch, RosterChange, RosterRow
from elearn.people.roster.queries.held import held
from elearn.people.roster.rules.keeping import verdict_as_json, verdict_from
from elearn.people.roster.rules.verdicts import Candidate, RowStatus
from elearn.people.roster.service.committing import persons, posts
from elearn.people.roster.service.committing.checking import (
    Refused,
    held_people,
    refuse_changed,
    refuse_come,
)
from elearn.people.roster.service.committing.headcounts import declare, refuse_declared
from elearn.people.roster.service.committing.ledger import Ledger
from elearn.people.roster.service.committing.levels import reach
from elearn.people.roster.service.committing.newcomers import Newcomers
from elearn.people.roster.service.committing.plans import Planned, persons_of
from elearn.people.roster.service.committing.taken import refuse_impossible
from elearn.people.roster.service.committing.units import found
from elearn.people.service.listing import refresh

_MOST_CANDIDATES = 5


def write_chunk(
    db: Session,
    batch: RosterBatch,
    planned: Sequence[Planned],
    newcomers: Newcomers,
    *,
    now: datetime,
) -> None:
    """Write what these rows say, those of them that still wait; what changed is asked again.

    Batches are written one at a time, so that none enters whom another is entering.
    """
    take_turn(db, "roster")
    give_way(db)
    held(db, batch)
    if batch.state is not BatchState.COMMITTING:
        return
    newcomers.look(db, batch)
    rows, refused = _still_due(db, planned), Refused()
    wholes = held_people(db, persons_of(rows)) if persons_of(rows) else {}
    refuse_come(rows, newcomers, refused)
    _refuse(db, batch, rows, wholes, refused)
    ledger, actor = Ledger(batch), Actor(batch.committed_by_id)
    _write(db, actor, [one for one in rows if one.row_id not in refused.reasons], ledger, now)
    _ask_again(db, refused)
    db.flush()


def _still_due(db: Session, planned: Sequence[Planned]) -> list[Planned]:
    """Return the rows that nobody wrote meanwhile; of one person only the first, for now."""
    row, keys = RosterRow, [one.row_id for one in planned]
    due = select(row.id).where(among(db, row.id, keys), row.applied_at.is_(None))
    left = set(db.scalars(due.where(row.status.in_((RowStatus.NEW, RowStatus.CHANGED)))))
    first: dict[object, Planned] = {}
    for one in planned:
        if one.row_id in left:
            first.setdefault(one.person_id or (one.row_id,), one)
    return list(first.values())


def _refuse(
    db: Session,
    batch: RosterBatch,
    rows: Sequence[Planned],
    wholes: Mapping[int, int],
    refused: Refused,
) -> None:
    for row in rows:
        if row.enters and row.new is None:
            refused.note(row, "cannot_be_written")
    refuse_changed(db, batch, rows, refused)
    refuse_impossible(db, rows, wholes, refused)
    refuse_declared(db, rows, refused)


def _write(
    db: Session, actor: Actor, rows: Sequence[Planned], ledger: Ledger, now: datetime
) -> None:
    units = found(db, rows, ledger, now)
    entered = persons.enter(db, rows, ledger)
    whose = {one.row_id: one.person_id or entered.get(one.row_id, 0) for one in rows}
    _mend(db, actor, rows, ledger, now)
    for told in _posts(rows, whose):
        posts.write_posts(db, told, units, ledger, now)
    levels = [(one.row_id, whose[one.row_id], level) for one in rows for level in one.steps.levels]
    reach(db, levels, ledger, now)
    declare(db, actor, rows, ledger, now)
    ledger.write(db)
    _mark(db, rows, now)
    refresh(db, [key for key in whose.values() if key])


def _mend(
    db: Session, actor: Actor, rows: Sequence[Planned], ledger: Ledger, now: datetime
) -> None:
    told = [one for one in rows if one.person_id and one.steps.person]
    people = persons.known(db, persons_of(told)) if told else {}
    found = ((one, people[one.person_id or 0]) for one in told)
    changes = {
        one.row_id: (person, columns)
        for one, person in found
        if (columns := persons.mended(person, one))
    }
    persons.mend(db, actor, changes, ledger, now)


def _posts(rows: Sequence[Planned], whose: Mapping[int, int]) -> Iterator[posts.Posts]:
    """Give what the rows write of posts held, then of posts planned for."""
    steps = [(one.row_id, one.steps) for one in rows]
    yield posts.Posts(
        Tenure,
        [(key, whose[key], begin) for key, some in steps for begin in some.begins],
        [(key, one) for key, some in steps for one in some.tenures],
    )
    yield posts.Posts(
        PlannedPost,
        [(key, whose[key], begin) for key, some in steps for begin in some.plans],
        [(key, one) for key, some in steps for one in some.planned],
    )


def _mark(db: Session, rows: Sequence[Planned], now: datetime) -> None:
    """Say that these rows were written, and whom they entered, in the transaction that did so."""
    change, row = RosterChange, RosterRow
    entering = change.row_id == row.id, change.act == ChangeAct.INSERT
    entered = select(change.of_id).where(*entering, change.of_table == Person.__tablename__)
    whose = func.coalesce(row.person_id, entered.limit(1).scalar_subquery())
    mine = update(row).where(among(db, row.id, [one.row_id for one in rows]))
    written = mine.values(applied_at=now, person_id=whose)
    db.execute(written, execution_options={"synchronize_session": False})


def _ask_again(db: Session, refused: Refused) -> None:
    """Have a person decide about rows that could not be written as they were decided upon."""
    asked = select(RosterRow).where(among(db, RosterRow.id, refused.reasons))
    for row in db.scalars(asked) if refused.reasons else ():
        told = verdict_from(row.verdict)
        come = list(dict.fromkeys(refused.candidates[row.id]))[:_MOST_CANDIDATES]
        again = replace(
            told,
            status=RowStatus.DOUBTFUL,
            reasons=(refused.reasons[row.id], *told.reasons),
            candidates=(*(Candidate(key, ("name",)) for key in come), *told.candidates),
        )
        row.status, row.answer = RowStatus.DOUBTFUL, None
        row.verdict = verdict_as_json(again)
