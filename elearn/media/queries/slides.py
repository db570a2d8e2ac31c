"""The slides of a version: as they are shown, and as they stood before."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from elearn.errors import NotFound
from elearn.media.models import Slide, SlideDeck, SlideSet
from elearn.media.rules import ShownSlide, SlidesWeight
from elearn.storage import StoredFile
from elearn.text import msg

MOST_EDITIONS = 20
_MOST_SETS = 2**31 - 1  # What any database holds; a form may ask for more.


@dataclass(frozen=True, slots=True)
class Edition:
    """The slides as they once stood: how many, since when, by whose hand (nobody's: found)."""

    number: int
    count: int
    made_at: datetime
    made_by_id: int | None


def slides_weights(db: Session, version_ids: Collection[int]) -> dict[int, SlidesWeight]:
    """Return how many slides each of these versions shows and what they weigh; one query."""
    counted = select(SlideSet.version_id, func.count(Slide.id), SlideSet.size_bytes)
    counted = counted.join(Slide, Slide.set_id == SlideSet.id)
    shown = counted.where(SlideSet.id.in_(_shown(version_ids)))
    rows = db.execute(shown.group_by(SlideSet.version_id, SlideSet.size_bytes))
    return {version_id: SlidesWeight(count, size) for version_id, count, size in rows}


def slide_set_of(db: Session, version_id: int) -> SlideSet | None:
    """Return the slides a version shows, with their files, if it has any; two queries."""
    whole = selectinload(SlideSet.slides).joinedload(Slide.file)
    return db.scalar(select(SlideSet).where(SlideSet.id.in_(_shown([version_id]))).options(whole))


def slides_shown(db: Session, version_id: int) -> list[ShownSlide]:
    """Return the slides a version is played with, the first one first; one query."""
    shown = select(Slide.at_ms, StoredFile.sha256, Slide.text).join(Slide.file)
    rows = db.execute(shown.where(Slide.set_id.in_(_shown([version_id]))).order_by(Slide.number))
    return [ShownSlide(*row) for row in rows]


def slide_set_by_number(db: Session, version_id: int, number: int) -> SlideSet:
    """Return the slides of a version as they stood after one correction.

    :raise NotFound: if there was none of this number.
    """
    mine = (SlideSet.version_id == version_id, SlideSet.number == number)
    sought = select(SlideSet).where(*mine).options(selectinload(SlideSet.slides))
    found = db.scalar(sought) if abs(number) <= _MOST_SETS else None
    if found is None:
        raise NotFound(msg("Không có lần sửa trang chiếu số %(number)s.", number=number))
    return found


def editions_of(db: Session, version_id: int) -> list[Edition]:
    """Return how the slides of a version stood before, the newest first."""
    counted = (
        select(SlideSet.number, func.count(Slide.id), SlideSet.made_at, SlideSet.made_by_id)
        .join(Slide, Slide.set_id == SlideSet.id)
        .where(SlideSet.version_id == version_id)
        .group_by(SlideSet.id)
        .order_by(SlideSet.number.desc())
        .limit(MOST_EDITIONS)
    )
    return [Edition(*row) for row in db.execute(counted)]


def deck_by_id(db: Session, deck_id: int) -> SlideDeck:
    """Return a PDF that was given to a version.

    :raise NotFound: if there is none.
    """
    found = db.get(SlideDeck, deck_id, options=[joinedload(SlideDeck.file)])
    if found is None:
        raise NotFound(msg("Không có tệp PDF số %(number)s.", number=deck_id))
    return found


def last_deck_of(db: Session, version_id: int) -> SlideDeck | None:
    """Return the PDF that was given to a version last."""
    mine = select(SlideDeck).where(SlideDeck.version_id == version_id)
    return db.scalar(mine.order_by(SlideDeck.id.desc()).limit(1))


def _shown(version_ids: Collection[int]) -> Select[int]:
    mine = select(func.max(SlideSet.id)).where(SlideSet.version_id.in_(version_ids))
    return mine.group_by(SlideSet.version_id)
