"""What is delivered of a version: its weights, its poster, its captions."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from elearn.errors import NotFound
from elearn.media.models import Caption, MediumVersion, Rendition, Storyboard
from elearn.storage import StoredFile
from elearn.text import msg


def renditions_of(db: Session, version_id: int) -> Sequence[Rendition]:
    """Return the weights of a version.

    :raise NotFound: if it has none, because it is not ready or does not exist.
    """
    found = db.scalars(select(Rendition).where(Rendition.version_id == version_id)).all()
    if not found:
        raise _nothing_here()
    return found


def rendition_of(db: Session, version_id: int, name: str) -> Rendition:
    """Return one weight of a version with its file, in one query.

    :raise NotFound: if there is none of this name.
    """
    mine = select(Rendition).where(Rendition.version_id == version_id, Rendition.name == name)
    found = db.scalar(mine.options(joinedload(Rendition.file)))
    if found is None:
        raise _nothing_here()
    return found


def poster_of(db: Session, version_id: int) -> StoredFile:
    """Return the poster of a version.

    :raise NotFound: if it has none.
    """
    mine = MediumVersion.id == version_id
    found = db.scalar(select(StoredFile).join(MediumVersion.poster).where(mine))
    if found is None:
        raise _nothing_here()
    return found


def storyboard_of(db: Session, version_id: int) -> tuple[Storyboard, int]:
    """Return the storyboard of a version with its sheet, and how many milliseconds that lasts.

    :raise NotFound: if it has none.
    """
    film = select(Storyboard, MediumVersion.duration_ms).join(
        MediumVersion, MediumVersion.id == Storyboard.version_id
    )
    mine = film.where(Storyboard.version_id == version_id)
    found = db.execute(mine.options(joinedload(Storyboard.file))).one_or_none()
    if found is None:
        raise _nothing_here()
    return found[0], found[1] or 0


def caption_in(db: Session, version_id: int, language: str) -> Caption | None:
    """Return the captions of a version in a language, if it has any."""
    mine = select(Caption).where(Caption.version_id == version_id, Caption.language == language)
    return db.scalar(mine)


def caption_of(db: Session, version_id: int, language: str) -> Caption:
    """Return the captions of a version in a language.

    :raise NotFound: if there are none.
    """
    found = caption_in(db, version_id, language)
    if found is None:
        raise _nothing_here()
    return found


def _nothing_here() -> NotFound:
    return NotFound(
        msg("Bài này không có phần đó. Mở lại trang bài giảng để xem những gì đang có.")
    )
