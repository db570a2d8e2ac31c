"""Pictures for slides, by hand: another one for a slide, one out of the film at a moment."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from elearn import storage
from elearn.access import Actor
from elearn.errors import Conflict
from elearn.media import ffmpeg, queries
from elearn.media.models import MediumVersion, SlideSet
from elearn.media.rules import SlideFacts, SlideOrigin
from elearn.media.rules import slides as rules
from elearn.media.service.slides.sets import PICTURE, Correction, correct_slides
from elearn.media.slides import MOST_BYTES, within
from elearn.storage import Kept, Store
from elearn.text import msg

_NO_PICTURE = msg("Tệp này chỉ có tiếng, không có hình để lấy trang chiếu.")


@dataclass(frozen=True, slots=True)
class Tallest:
    """The rendition pictures are taken from: which bytes, how long, how many heights wide."""

    sha256: str
    duration_ms: int
    shape: float


def tallest_of(version: MediumVersion) -> Tallest:
    """Return the tallest rendition of a version.

    :raise Conflict: if it has no picture.
    """
    films = [one for one in version.renditions if one.height and one.width]
    if not films:
        raise Conflict(_NO_PICTURE)
    best = max(films, key=lambda one: one.height or 0)
    shape = (best.width or 16) / (best.height or 9)
    return Tallest(best.file.sha256, version.duration_ms or 0, shape)


def picture_at(version: MediumVersion, store: Store, at_ms: int) -> Kept:
    """Keep what a version shows at a moment.

    :raise Conflict: if it has no picture.
    :raise Unusable: if none can be taken.
    """
    tallest = tallest_of(version)
    at = within(at_ms, tallest.duration_ms)
    with store.local(tallest.sha256) as film:
        return _kept(store, lambda target: ffmpeg.still(film, at, target, most_bytes=MOST_BYTES))


def picture_given(path: Path, store: Store) -> Kept:
    """Keep a picture somebody gave us, in our size.

    :raise Unusable: if it is none, or cannot be read.
    """
    return _kept(store, lambda target: ffmpeg.redrawn(path, target, most_bytes=MOST_BYTES))


@dataclass(frozen=True, slots=True)
class NewPicture:
    """A picture somebody wants, and the number of the set she saw when she asked for it.

    `place` is the moment from which it shall be shown, or the number of the slide it is for.
    """

    seen: int
    place: int
    kept: Kept


def split_slide(
    db: Session, actor: Actor, version: MediumVersion, wanted: NewPicture, *, now: datetime
) -> SlideSet:
    """Let another slide begin at a moment.

    :raise InvalidInput: under `at`, if one begins there already.
    """
    file = storage.record(db, wanted.kept, media_type=PICTURE, now=now)
    new = SlideFacts(wanted.place, file.id, SlideOrigin.FILM)
    slides = rules.split(_standing(db, version), new)
    return correct_slides(db, actor, version, Correction(wanted.seen, slides), now=now)


def redraw_slide(
    db: Session, actor: Actor, version: MediumVersion, wanted: NewPicture, *, now: datetime
) -> SlideSet:
    """Show another picture for one slide, wherever that one is shown.

    :raise NotFound: if there is no slide of this number.
    """
    file = storage.record(db, wanted.kept, media_type=PICTURE, now=now)
    slides = rules.redrawn(_standing(db, version), wanted.place, file.id)
    return correct_slides(db, actor, version, Correction(wanted.seen, slides), now=now)


def _standing(db: Session, version: MediumVersion) -> list[SlideFacts]:
    found = queries.slide_set_of(db, version.id)
    return [one.facts for one in found.slides] if found else []


def _kept(store: Store, draw: Callable[[Path], Path]) -> Kept:
    with TemporaryDirectory(prefix="slide-") as folder:
        return store.keep(draw(Path(folder) / "slide.webp"))
