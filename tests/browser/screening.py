"""A short film on the server, put there as an instructor would, and what the server holds of it."""

import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from elearn import clock, learning, media
from elearn.accounts import Account
from tests.browser.living import ROOT, Live, environment_of
from tests.make import catalogue as teaching

PATIENCE_SECONDS = 60  # For what happens by itself; two cores do much beside it.
SLIDES = [
    media.DrawnSlide("Chào các chị", ("Bài rất ngắn",), "Chào các chị. Bài rất ngắn."),
    media.DrawnSlide("Hết", ("Cảm ơn",), "Hết bài."),
]


@dataclass(frozen=True, slots=True)
class Screening:
    """A lecture that can be watched, and the whole seconds of its film."""

    code: str
    version_id: int
    seconds: int


def hand_in(live: Live, folder: Path) -> int:
    """Make a film, hand it in, and have a worker transcode it; return the key of its medium."""
    film = media.make_film(SLIDES, folder / "film.mp4", fonts=ROOT / "static" / "dist" / "fonts")
    upload = media.receive(live.here.store, film.path, media.About("Bài rất ngắn"))
    with live.here.database.writing() as db:
        version = media.add(db, upload, now=clock.now())
        media.add_captions(db, version, language="vi", text=film.webvtt, now=clock.now())
    work(live)
    return version.medium_id


def put_up(live: Live, medium_id: int, code: str) -> Screening:
    """Give a film to a new lecture."""
    with live.here.database.writing() as db:
        teaching.lecture(db, code, medium_id=medium_id, title="Bài rất ngắn")
        shown = media.playable_of(db, medium_id)
    return Screening(code, shown.version_id, shown.seconds)


def work(live: Live) -> None:
    """Have a worker do whatever waits; a busy machine takes long for a short film."""
    worker = [sys.executable, "-m", "elearn", "worker", "--drain"]
    subprocess.run(worker, cwd=ROOT, env=environment_of(live.here), check=True)


def held(live: Live, account: Account, screening: Screening) -> list[tuple[int, int]]:
    """Return the stretches of the film that the server holds for a person."""
    with live.here.database.reading() as db:
        kept = db.get(learning.WatchMap, (account.person_id, screening.version_id))
        return list(learning.Seconds.from_bytes(kept.bits).ranges()) if kept else []


def holds(live: Live, account: Account, screening: Screening, seconds: range) -> bool:
    """Return whether the server holds all of a stretch for a person."""
    kept = held(live, account, screening)
    return any(start <= seconds.start and seconds.stop <= end for start, end in kept)


def until(holds: Callable[[], bool]) -> None:
    """Wait for something that happens on the server; fail if it does not in good time."""
    deadline = monotonic() + PATIENCE_SECONDS
    while not holds():
        assert monotonic() < deadline, "it did not happen in time"
        threading.Event().wait(0.05)
