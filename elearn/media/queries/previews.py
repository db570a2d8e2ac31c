"""Links for reviewers: those of a version, and the one somebody holds."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from elearn.errors import NotFound
from elearn.media import previews
from elearn.media.models import MediumVersion, Preview
from elearn.text import msg

MOST_PREVIEWS = 50


def previews_of(db: Session, version_id: int) -> Sequence[Preview]:
    """Return the links that were made to a version, the newest first; one query."""
    mine = select(Preview).where(Preview.version_id == version_id)
    return db.scalars(mine.order_by(Preview.id.desc()).limit(MOST_PREVIEWS)).all()


def preview_by_id(db: Session, preview_id: int) -> Preview:
    """Return a link with the version and the medium it leads to.

    :raise NotFound: if there is none.
    """
    whole = joinedload(Preview.version).joinedload(MediumVersion.medium)
    found = db.get(Preview, preview_id, options=[whole])
    if found is None:
        raise NotFound(msg("Không có đường dẫn xem trước số %(number)s.", number=preview_id))
    return found


def open_preview(db: Session, preview_id: int, *, now: datetime) -> Preview:
    """Return a link that is good, with all that is shown by it; a bounded number of queries.

    :raise NotFound: if it was taken back, or has run out.
    """
    version = joinedload(Preview.version)
    found = db.scalar(
        select(Preview)
        .where(Preview.id == preview_id)
        .options(version.joinedload(MediumVersion.medium))
        .options(version.selectinload(MediumVersion.renditions))
        .options(version.selectinload(MediumVersion.captions))
    )
    if found is None or not found.is_open(now):
        raise previews.unknown()
    return found
