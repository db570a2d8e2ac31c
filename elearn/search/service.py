"""Makes the index, and keeps it up with the outbox; both may be killed at any moment."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from elearn.db import Change, Cursor, Seen, changes_for, newest
from elearn.search import index, queries
from elearn.search.reader import abbreviations
from elearn.search.rules import thing
from elearn.search.shelf import NotReady, Shelf


def rebuild(db: Session, shelf: Shelf, *, now: datetime) -> None:
    """Make the index anew beside the old one and put it in its place; nobody sees half of it."""
    with shelf.writing():
        _rebuild(db, shelf, now=now)


def follow(db: Session, shelf: Shelf, *, now: datetime) -> bool:
    """Index what has changed since the last time; return whether anything had.

    The cursor is kept after the index was written: if it is lost, the work is done twice, and
    doing it twice changes nothing. Where there is no index that can be used, it is made.
    """
    with shelf.writing():
        try:
            return _catch_up(db, shelf, now=now)
        except NotReady:
            _rebuild(db, shelf, now=now)
            return True


def _rebuild(db: Session, shelf: Shelf, *, now: datetime) -> None:
    # What changes while the things are read is indexed once more by whoever follows.
    cursor = Cursor.beginning(newest(db), now=now)
    path = shelf.begin()
    index.create(path)
    index.replace(path, queries.every_entry(db), abbreviations())
    shelf.keep(path, cursor)
    shelf.put(path)


def _catch_up(db: Session, shelf: Shelf, *, now: datetime) -> bool:
    path = shelf.current()
    cursor = shelf.cursor(path)
    changes = changes_for(db, cursor)
    seen = [Seen(change.id, change.at) for change in changes]
    if cursor.last and cursor.last not in seen:
        raise NotReady  # This is another database, or an older state of it.
    new = [change for change in changes if not cursor.last or change.id != cursor.last.number]
    after = cursor.after(seen, now=now)
    if new:
        _index(db, shelf, new)
    if after != cursor:
        shelf.keep(path, after)
    return bool(new)


def _index(db: Session, shelf: Shelf, changes: Iterable[Change]) -> None:
    things = queries.things_in(db, changes)
    if not things:
        return
    path, gone = shelf.current(), [thing(kind, code) for kind, code in things]
    entries = list(queries.entries_of(db, things))
    try:
        index.replace(path, entries, abbreviations(), gone=gone)
    except Exception as broken:  # Each spoilt file makes Whoosh fail in another way.
        shelf.condemn(path)
        raise NotReady from broken
