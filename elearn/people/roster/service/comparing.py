"""Comparing the rows of a batch with what is known, two thousand at a time.

A chunk is written in a transaction of its own; a comparison that was killed goes on after the last
one, if the rows are the same, and of two at once each chunk is written by one.
"""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.db import Database, give_room
from elearn.db.bulk import put_rows
from elearn.people.roster.models import BatchState, RosterBatch, RosterQuestion, RosterRow
from elearn.people.roster.queries.declared import verdicts_of_counts
from elearn.people.roster.queries.held import held
from elearn.people.roster.queries.known import Ground, ground_of, known_of, told_together
from elearn.people.roster.queries.missing import count_missing
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.entry_json import entry_as_json
from elearn.people.roster.rules.keeping import verdict_as_json
from elearn.people.roster.rules.matching import skipped, verdict_of
from elearn.people.roster.rules.verdicts import Given, Verdict
from elearn.people.roster.service.asking import Asking, recount

Report = Callable[[int, int], None]
AT_ONCE = 2_000
_COLUMNS = (
    *("batch_id", "sheet", "number", "status", "entry", "verdict"),
    *("person_id", "digest", "question_id"),
)


def compare(database: Database, batch_id: int, entries: Sequence[Entry], report: Report) -> bool:
    """Write a row with its verdict for each entry, and how many people the file leaves out.

    Return whether all of them stand; if not, the batch does not wait for this any more.
    """
    with database.reading() as db:
        ground = ground_of(db, db.get_one(RosterBatch, batch_id))
    ground.told = told_together(entries)
    at = _begun(database, batch_id, entries)
    while at < len(entries):
        report(at, len(entries))
        at = _compare_some(database, batch_id, entries, at, ground)
    with database.writing() as db:
        batch = held(db, db.get_one(RosterBatch, batch_id))
        if batch.state is not BatchState.COMPARING or _count(db, batch) != len(entries):
            return False
        recount(db, batch)
        batch.missing = count_missing(db, batch)
    report(len(entries), len(entries))
    return True


@contextmanager
def unsearched() -> Iterator[None]:
    """Search for no rubbish meanwhile: that took a third of the time, and found next to nothing.

    Hardly anything here refers to itself: 100,000 rows leave twenty megabytes until the end.
    """
    was_searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_searched:
            gc.enable()


def _begun(database: Database, batch_id: int, entries: Sequence[Entry]) -> int:
    """Return how many rows stand already; if they are others than these, none does any more."""
    with database.writing() as db:
        batch = held(db, db.get_one(RosterBatch, batch_id))
        if batch.state is not BatchState.COMPARING:
            return len(entries)
        own, count = RosterRow.batch_id == batch_id, _count(db, batch)
        last = db.scalar(select(RosterRow).where(own).order_by(RosterRow.id.desc()).limit(1))
        if last and count <= len(entries) and last.entry == entry_as_json(entries[count - 1]):
            return count
        db.execute(delete(RosterRow).where(own))
        db.execute(delete(RosterQuestion).where(RosterQuestion.batch_id == batch_id))
        batch.covers = {}
    return 0


def _compare_some(
    database: Database, batch_id: int, entries: Sequence[Entry], at: int, ground: Ground
) -> int:
    """Write the rows of the next entries, and return where to go on.

    Where somebody else has written them meanwhile, that is after those; where the batch waits for
    no comparison any more, or for another one, it is the end.
    """
    some = entries[at : at + AT_ONCE]
    with database.reading() as db:
        verdicts = verdicts_on(db, db.get_one(RosterBatch, batch_id), some, ground)
    with database.writing() as db:
        give_room(db)
        batch = held(db, db.get_one(RosterBatch, batch_id))
        there = _count(db, batch)
        if batch.state is not BatchState.COMPARING or there < at:
            return len(entries)
        if there == at:
            asking = Asking(db, batch)
            rows = [
                _row(batch, entry, verdict, asking.key_for(entry, verdict, ground))
                for entry, verdict in zip(some, verdicts, strict=True)
            ]
            put_rows(db, RosterRow, _COLUMNS, rows)
            batch.covers = _covering(batch.covers, some, verdicts)
            there += len(rows)
    return there


def _count(db: Session, batch: RosterBatch) -> int:
    own = RosterRow.batch_id == batch.id
    return db.scalar(select(func.count()).select_from(RosterRow).where(own)) or 0


def verdicts_on(
    db: Session,
    batch: RosterBatch,
    entries: Sequence[Entry],
    ground: Ground,
    given: Sequence[Sequence[Given]] = (),
) -> list[Verdict]:
    """Return the verdict on each entry, by what was answered of it; numbers go their own way."""
    answers = given or [()] * len(entries)
    said = {one.person_id for some in answers for one in some if one.person_id}
    known = known_of(db, [one for one in entries if not one.is_of_numbers], ground, said)
    numbers = [
        one
        for one, some in zip(entries, answers, strict=True)
        if one.is_of_numbers and not skipped(some)
    ]
    today = clock.today()
    counted = iter(
        verdicts_of_counts(db, batch, numbers, ground.gazetteer, today=today) if numbers else ()
    )
    return [
        skipped(some) or next(counted) if one.is_of_numbers else verdict_of(one, known, some)
        for one, some in zip(entries, answers, strict=True)
    ]


def _row(
    batch: RosterBatch, entry: Entry, verdict: Verdict, question_id: int | None
) -> tuple[object, ...]:
    """Return the values of a row, as `_COLUMNS` names them."""
    return (
        batch.id,
        entry.sheet,
        entry.row,
        verdict.status,
        entry_as_json(entry),
        verdict_as_json(verdict),
        verdict.person_id,
        verdict.digest,
        question_id,
    )


def _covering(
    before: dict[str, list[int]], entries: Iterable[Entry], verdicts: Iterable[Verdict]
) -> dict[str, list[int]]:
    """Return of whose holders the file speaks, with these rows."""
    covers: dict[str, set[int]] = defaultdict(
        set, {post: set(some) for post, some in before.items()}
    )
    for entry, verdict in zip(entries, verdicts, strict=True):
        if verdict.commune_id:
            for post in entry.posts:
                covers[post].add(verdict.commune_id)
    return {post: sorted(some) for post, some in covers.items()}
