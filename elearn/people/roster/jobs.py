"""What the worker does for rosters: reads, compares, writes and takes back batches."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from elearn import clock
from elearn.access import Actor
from elearn.config import Settings
from elearn.db import Database, give_room
from elearn.db.turns import is_in_the_way
from elearn.errors import Refusal
from elearn.jobs import Handlers, Work
from elearn.people.roster import service
from elearn.people.roster.models import BatchState, RosterBatch
from elearn.people.roster.reading import read
from elearn.people.roster.rules.books import Book
from elearn.people.roster.service import committing, tidying, undoing
from elearn.people.roster.service.comparing import compare, unsearched
from elearn.storage import Store
from elearn.text import msg

Report = Callable[[int, int], None]
_EVERY = timedelta(hours=1)
_last: dict[Database, datetime] = {}
_MOST_TRIES = 20  # Each waits half a second for whoever is in the way.


def nothing_to_tell(_done: int, _total: int) -> None:
    """Hear how far something is, and tell nobody."""


def run_step(
    database: Database,
    store: Store,
    settings: Settings,
    batch_id: int,
    report: Report = nothing_to_tell,
) -> None:
    """Do what the state of a batch asks for; safe to repeat, to kill and to do twice at once."""
    with database.reading() as db:
        state = db.get_one(RosterBatch, batch_id).state
    if state is BatchState.READING:
        with unsearched():
            _read(database, store, batch_id)
    elif state is BatchState.COMPARING:
        with unsearched():
            _compare(database, _book(database, store, batch_id), (batch_id, settings), report)
    elif state is BatchState.COMMITTING:
        _write(database, batch_id, report)
    elif state is BatchState.UNDOING:
        _take_back(database, batch_id, report)


def _read(database: Database, store: Store, batch_id: int) -> None:
    try:
        book = _book(database, store, batch_id)
    except Refusal as refusal:
        with database.writing() as db:
            service.refuse(db, db.get_one(RosterBatch, batch_id), refusal.message)
        return
    with database.writing() as db:
        service.understand(db, db.get_one(RosterBatch, batch_id), book)


def _book(database: Database, store: Store, batch_id: int) -> Book:
    """Read the file of a batch.

    :raise Refusal: if it cannot be read, or was let go.
    """
    with database.reading() as db:
        batch = db.get_one(RosterBatch, batch_id)
        name, gone = batch.file_name, batch.file_id is None
    if gone:
        raise Refusal(msg("Tệp của lần nhập này đã được xóa; gửi lại tệp nếu cần."))
    with store.local(batch.sha256, is_private=True) as path:
        return read(path, file_name=name)


def _compare(database: Database, book: Book, what: tuple[int, Settings], report: Report) -> None:
    batch_id, settings = what
    with database.reading() as db:
        batch = db.get_one(RosterBatch, batch_id)
        entries = service.entries_in(db, batch, book, settings.secret_key)
    if compare(database, batch_id, entries, report):
        with database.writing() as db:
            service.be_ready(db, db.get_one(RosterBatch, batch_id))


def _write(database: Database, batch_id: int, report: Report) -> None:
    while _write_once(database, batch_id, report):
        pass  # Of somebody who stands in several rows, one is written at a time.


def _write_once(database: Database, batch_id: int, report: Report) -> bool:
    """Write what waits, and return whether something still does."""
    after, newcomers = 0, committing.Newcomers()
    with database.reading() as db:
        done, total = committing.progress_of(db, db.get_one(RosterBatch, batch_id))
    while planned := _planned(database, batch_id, after):
        report(done, total)
        _insist(database, partial(_write_some, batch_id, planned, newcomers))
        after, done = planned[-1].row_id, done + len(planned)
    with database.writing() as db:
        batch = db.get_one(RosterBatch, batch_id)
        ended = committing.end_commit(db, Actor(batch.committed_by_id), batch, now=clock.now())
    return after > 0 and not ended


def _planned(database: Database, batch_id: int, after: int) -> list[committing.Planned]:
    with database.reading() as db:
        return committing.planned_of(db, db.get_one(RosterBatch, batch_id), after)


def _write_some(
    batch_id: int,
    planned: list[committing.Planned],
    newcomers: committing.Newcomers,
    db: Session,
) -> None:
    batch = db.get_one(RosterBatch, batch_id)
    committing.write_chunk(db, batch, planned, newcomers, now=clock.now())


def _take_back(database: Database, batch_id: int, report: Report) -> None:
    while _take_back_once(database, batch_id, report):
        pass  # What rested upon rows that have gone since is tried again.
    with database.writing() as db:
        batch = db.get_one(RosterBatch, batch_id)
        undoing.end_undo(db, Actor(batch.undone_by_id), batch, now=clock.now())


def _take_back_once(database: Database, batch_id: int, report: Report) -> bool:
    """Take back what waits, and return whether something that stayed may go now."""
    before: int | None = None
    with database.reading() as db:
        gone, done, total = undoing.left_to_undo(db, db.get_one(RosterBatch, batch_id))
    while rows := _written(database, batch_id, before):
        report(done, total)
        _insist(database, partial(_undo_some, batch_id, rows))
        before, done = rows[-1].row_id, done + len(rows)
    with database.writing() as db:
        return undoing.try_again(db, db.get_one(RosterBatch, batch_id), gone)


def _written(database: Database, batch_id: int, before: int | None) -> list[undoing.Written]:
    with database.reading() as db:
        return undoing.written_of(db, db.get_one(RosterBatch, batch_id), before)


def _undo_some(batch_id: int, rows: list[undoing.Written], db: Session) -> None:
    batch = db.get_one(RosterBatch, batch_id)
    undoing.undo_chunk(db, Actor(batch.undone_by_id), batch, rows, now=clock.now())


def _insist(database: Database, act: Callable[[Session], None]) -> None:
    """Do something in a transaction of its own, again where somebody was in the way."""
    for tries in range(1, _MOST_TRIES + 1):
        try:
            with database.writing() as db:
                give_room(db)
                return act(db)
        except DatabaseError as problem:
            if tries == _MOST_TRIES or not is_in_the_way(problem):
                raise
    return None


def let_lapse(settings: Settings, database: Database) -> bool:
    """Erase what batches say of persons whose time is up, unless looked at within the hour."""
    now = clock.now()
    if database in _last and now - _last[database] < _EVERY:
        return False
    with database.reading() as db:
        keys = [one.id for one in tidying.lapsed(db, settings.roster_keep_days, now=now)]
        is_any_file = bool(tidying.outlived_files(db))
    for key in keys:
        with database.writing() as db:
            tidying.erase(db, db.get_one(RosterBatch, key), now=now)
    if keys or is_any_file:
        _remove_files(database, Store.of(settings))
    _last.clear()
    _last[database] = now
    return False


def _remove_files(database: Database, store: Store) -> None:
    with database.writing() as db:
        for file in tidying.outlived_files(db):
            tidying.remove_file(db, store, file)


def _do(work: Work) -> None:
    run_step(work.database, work.store, work.settings, int(work.payload["batch"]), work.report)


FOLLOWERS = (let_lapse,)
HANDLERS: Handlers = {f"roster-{step}": _do for step in ("read", "compare", "commit", "undo")}
