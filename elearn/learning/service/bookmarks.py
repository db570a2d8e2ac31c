"""Bookmarks are made, reworded and taken away by whoever's they are."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import media, people
from elearn.errors import Conflict, Refusal
from elearn.learning.models import Bookmark
from elearn.learning.queries.bookmarks import bookmark_of
from elearn.learning.rules.bookmarks import LONGEST_NOTE, MOST
from elearn.text import msg, nfc


def add_bookmark(  # noqa: PLR0913  # Whose, where, and what she wrote.
    db: Session, person_id: int, film: media.Playable, second: int, note: str, *, now: datetime
) -> Bookmark:
    """Mark a second of the version somebody watches; the same place with the same words is one.

    :raise Refusal: if the film has no such second, or the note is too long.
    :raise Conflict: if she has as many as anybody may have.
    """
    if not 0 <= second < film.seconds:
        raise Refusal(msg("Bài này không có phút giây đó."))
    words = _words(note)
    hers = select(Bookmark).where(
        Bookmark.person_id.in_(people.entry_ids(person_id)),
        Bookmark.medium_version_id == film.version_id,
    )
    same = db.scalar(hers.where(Bookmark.second == second, Bookmark.note == words).limit(1))
    if same is not None:
        return same
    if (db.scalar(select(func.count()).select_from(hers.subquery())) or 0) >= MOST:
        raise Conflict(msg("Bài này đã có %(count)s chỗ đánh dấu. Bỏ bớt rồi thêm.", count=MOST))
    place = {"medium_version_id": film.version_id, "second": second}
    row = Bookmark(person_id=person_id, **place, note=words, made_at=now)
    db.add(row)
    db.flush()
    return row


def reword_bookmark(db: Session, person_id: int, bookmark_id: int, note: str) -> None:
    """Write another note beside a place.

    :raise NotFound: if it is not hers.
    :raise Refusal: if the note is too long.
    """
    bookmark_of(db, person_id, bookmark_id).note = _words(note)
    db.flush()


def drop_bookmark(db: Session, person_id: int, bookmark_id: int) -> None:
    """Take a bookmark away.

    :raise NotFound: if it is not hers.
    """
    db.delete(bookmark_of(db, person_id, bookmark_id))
    db.flush()


def _words(note: str) -> str:
    words = nfc(note)
    if len(words) > LONGEST_NOTE:
        raise Refusal(msg("Ghi chú dài nhất %(count)s ký tự.", count=LONGEST_NOTE))
    return words
