"""Clears away what nothing refers to, and never what somebody is about to refer to.

A file is kept first and recorded by the transaction that needs it, which may fail or be killed. So
bytes count as kept anew with each `keep`, and only those are removed that nobody has kept for a
day; a row is removed in a savepoint, where the foreign keys have the last word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from elearn.db import Database
from elearn.errors import Refusal
from elearn.storage.files import StoredFile
from elearn.storage.naming import Kept, Lying
from elearn.storage.references import unreferenced
from elearn.storage.store import Store
from elearn.text import msg

IN_USE_FOR = timedelta(days=1)  # No transaction is open for so long, and no job unheard of.
_AT_ONCE = 500
_STRAY = 100  # So many files may be left of killed processes, or a tenth of all.


@dataclass(frozen=True, slots=True)
class Cleaned:
    """How much was cleared away."""

    files: int
    size: int


def clean(database: Database, store: Store, *, now: datetime, is_sure: bool = False) -> Cleaned:
    """Remove rows that nothing refers to, and bytes without a row; safe to repeat and to kill.

    :raise Refusal: if so many bytes are without a row that the store seems to be another's, or the
        database an old one; unless somebody is sure.
    """
    before = now - IN_USE_FOR
    going = [Kept(one.name, one.size) for one in nameless(database, store, now=now)]
    if not is_sure:
        _refuse_foreign(database, len(going))
    going += _forget(database, before)
    gone = [one for one in going if store.discard(one.sha256, before=before)]
    return Cleaned(len(gone), sum(one.size for one in gone))


def _refuse_foreign(database: Database, count: int) -> None:
    with database.reading() as db:
        known = db.scalar(select(func.count(StoredFile.id))) or 0
    if count > max(_STRAY, known // 10):
        raise Refusal(
            msg(
                "Kho có %(count)s tệp mà cơ sở dữ liệu này không biết, trong khi nó biết %(known)s"
                " tệp: có thể là kho của hệ thống khác, hoặc cơ sở dữ liệu là bản cũ. Chưa xóa gì."
                " Nếu chắc chắn: elearn media clean --sure",
                count=count,
                known=known,
            )
        )


def _forget(database: Database, before: datetime) -> Iterator[Kept]:
    """Remove rows that nothing refers to, some in each transaction, and return which."""
    last: int | None = 0
    while last is not None:
        with database.writing() as db:
            some = unreferenced(db, before=before, after=last, limit=_AT_ONCE)
            gone = [Kept(one.sha256, one.size) for one in _removed(db, some)]
        yield from gone
        last = some[-1].id if some else None


def _removed(db: Session, files: Sequence[StoredFile]) -> Iterator[StoredFile]:
    """Remove rows, at once or, if a table we do not know of refers to one, all the others."""
    try:
        with db.begin_nested():
            these = delete(StoredFile).where(StoredFile.id.in_([one.id for one in files]))
            db.execute(these, execution_options={"synchronize_session": False})
        yield from files
    except IntegrityError:
        if len(files) > 1:
            for one in files:
                yield from _removed(db, [one])


def nameless(database: Database, store: Store, *, now: datetime) -> Iterator[Lying]:
    """Return what lies in the store, kept before today, without a row that says so."""
    with database.reading() as db:
        known = set(db.scalars(select(StoredFile.sha256)))
    for one in store.files():
        if one.kept_at < now - IN_USE_FOR and one.name not in known:
            yield one
