"""A person's bookmarks in a film, where they lie in the version she watches."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import media, people
from elearn.errors import NotFound
from elearn.learning.models import Bookmark
from elearn.learning.rules.bookmarks import Marked, carried
from elearn.text import msg


def bookmarks_of(
    db: Session, person_id: int, shown: media.Playable, newest: media.Playable
) -> list[Marked]:
    """Return her bookmarks in all versions of a film in the order of the one shown; one query."""
    version = media.MediumVersion
    hers = (
        select(Bookmark)
        .join(version, version.id == Bookmark.medium_version_id)
        .where(
            Bookmark.person_id.in_(people.entry_ids(person_id)),
            version.medium_id == newest.medium_id,
        )
    )
    found = []
    for row in db.scalars(hers.order_by(Bookmark.id)):
        second, is_sure = carried(row.second, row.medium_version_id, shown, newest)
        found.append(Marked(row.id, second, row.note, is_sure))
    return sorted(found, key=lambda one: one.second)


def bookmark_of(db: Session, person_id: int, bookmark_id: int) -> Bookmark:
    """Return one of her bookmarks.

    :raise NotFound: if there is none of hers under that key.
    """
    row = db.scalar(
        select(Bookmark).where(
            Bookmark.id == bookmark_id,
            Bookmark.person_id.in_(people.entry_ids(person_id)),
        )
    )
    if row is None:
        raise NotFound(msg("Chỗ đánh dấu này không còn."))
    return row
