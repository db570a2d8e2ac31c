"""What the worker does for slides alone: films without any looked through, PDFs taken over."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sqlalchemy.orm import Session

from elearn import clock
from elearn.jobs import Handlers, Work
from elearn.media import ffmpeg, queries, service, slides
from elearn.media.ffmpeg import Unusable
from elearn.media.models import SlideDeck
from elearn.media.service import FIND_SLIDES, TAKE_DECK
from elearn.media.slides import MOST_BYTES, matching, pdf
from elearn.media.slides.frames import Look
from elearn.storage import Kept

_WIDE = 16 / 9  # The shape of a film that has no pictures of its own.


def find_slides(work: Work) -> None:
    """Look for the slides of a version that was made ready without."""
    version_id = int(work.payload["version"])
    with work.database.reading() as db:
        tallest = service.tallest_of(queries.version_by_id(db, version_id))
    with work.store.local(tallest.sha256) as path, work.folder() as folder:
        film = slides.FilmFile(path, tallest.duration_ms)
        found = slides.found_again(film, folder, work.report)
        kept = [(one.at_ms, work.store.keep(one.path)) for one in found]
    with work.database.writing() as db:
        work.hold(db)
        if not queries.slide_set_of(db, version_id):
            version = queries.version_by_id(db, version_id)
            service.publish_slides(db, version, kept, now=clock.now())


@dataclass(frozen=True, slots=True)
class _Task:
    """A PDF, and the pictures its pages may take the places of: the keys of their files."""

    sha256: str
    is_in_order: bool
    pictures: dict[int, str]
    shape: float


def take_deck(work: Work) -> None:
    """Draw the pages of a PDF and give each slide the one that is its own."""
    deck_id = int(work.payload["deck"])
    with work.database.reading() as db:
        task = _task(db, queries.deck_by_id(db, deck_id))
    try:
        with work.store.local(task.sha256) as path, work.folder() as folder:
            taken = _taken(work, task, path, folder)
    except Unusable as refusal:
        with work.database.writing() as db:
            work.hold(db)
            service.refuse_deck(db, queries.deck_by_id(db, deck_id), refusal.message)
        return
    with work.database.writing() as db:
        work.hold(db)
        deck = queries.deck_by_id(db, deck_id)
        if task.pictures:
            service.take_deck(db, deck, taken, now=clock.now())
        else:
            service.take_deck_alone(db, deck, list(taken.values()), now=clock.now())


def _task(db: Session, deck: SlideDeck) -> _Task:
    standing = queries.slide_set_of(db, deck.version_id)
    shown = standing.slides if standing else []
    films = [one for one in queries.renditions_of(db, deck.version_id) if one.height and one.width]
    shape = (films[0].width or 16) / (films[0].height or 9) if films else _WIDE
    pictures = {one.file_id: one.file.sha256 for one in shown}
    return _Task(deck.file.sha256, deck.is_in_order, pictures, shape)


def _taken(work: Work, task: _Task, path: Path, folder: Path) -> dict[int, tuple[Kept, str]]:
    """Return by the key of a file the page that takes its place, and the words on it."""
    count = pdf.pages_in(path)
    drawn = []
    for number in range(1, count + 1):
        drawn.append(pdf.page(path, number, folder / f"page-{number}.png"))
        work.report(number, count + len(task.pictures))
    in_order = list(range(count))
    keys = list(task.pictures) or in_order
    is_in_order = task.is_in_order or not task.pictures
    places = in_order if is_in_order else _alike(work, task, drawn, folder)
    taken: dict[int, tuple[Kept, str]] = {}
    for file_id, page in zip(keys, places, strict=False):
        if page is not None:
            light = folder / "light.webp"
            ffmpeg.redrawn(drawn[page], light, most_bytes=MOST_BYTES)
            taken[file_id] = work.store.keep(light), pdf.words(path, page + 1)
        work.report(count + len(taken), count + len(task.pictures))
    return taken


def _alike(work: Work, task: _Task, drawn: Sequence[Path], folder: Path) -> list[int | None]:
    """Return for each picture the page (from 0) that looks like it."""
    pages = [_look(one, folder, task.shape) for one in drawn]
    looks = []
    for sha256 in task.pictures.values():
        with work.store.local(sha256) as path:
            looks.append(_look(path, folder, task.shape))
    return matching.best_pages(looks, pages)


def _look(picture: Path, folder: Path, shape: float) -> Look:
    target = folder / "look.gray"
    ffmpeg.grayed_picture(picture, target, matching.SIZE, shape=shape)
    return np.fromfile(target, np.uint8).astype(np.float32)


HANDLERS: Handlers = {FIND_SLIDES: find_slides, TAKE_DECK: take_deck}
