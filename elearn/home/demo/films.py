"""A film for every lecture that has none: made from its slides, then treated like any upload."""

from dataclasses import astuple
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from elearn import catalogue, clock, jobs, media
from elearn.access import OPERATOR
from elearn.jobs import JobState, Work

FONTS = Path(__file__).resolve().parents[3] / "static" / "dist" / "fonts"
FIRST = ("HV-32", "HV-33", "HV-34")  # Written out in full; they are to be playable first.
FIRST_PRIORITY = 10
JOB = "demo.film"


def want_films(db: Session, *, now: datetime) -> int:
    """Queue a film for each lecture that has none and none on its way; return how many.

    One that failed is tried again.
    """
    lectures = [one for one in catalogue.lectures(db) if one.medium_id is None]
    on_its_way = jobs.jobs_by_key(db, [_key(one.code) for one in lectures])
    failed = {key for key, job in on_its_way.items() if job.state is JobState.FAILED}
    wanted = [one for one in lectures if _key(one.code) not in on_its_way.keys() - failed]
    for lecture in wanted:
        payload = {"lecture": lecture.code}
        priority = _priority(lecture.code)
        jobs.enqueue(db, JOB, payload, key=_key(lecture.code), priority=priority, now=now)
    return len(wanted)


def _key(code: str) -> str:
    return f"{JOB} {code}"


def _priority(code: str) -> int:
    return FIRST_PRIORITY if code in FIRST else 0


def film(work: Work) -> None:
    """Make the film of a lecture; one that has its film already is left alone."""
    code = str(work.payload["lecture"])
    with work.database.reading() as db:
        lecture = catalogue.lecture_by_code(db, code)
    if lecture.medium_id is not None:
        return
    with TemporaryDirectory(dir=work.settings.temporary, prefix="film-") as folder:
        path = Path(folder) / f"{code}.mp4"
        slides = [media.Slide(*astuple(slide)) for slide in catalogue.slides_of(lecture)]
        made = media.make_film(slides, path, fonts=FONTS, mark=work.settings.product_name)
        # Above the films still to be made, so that each can be watched before the next is begun.
        about = media.About(lecture.title, path.name, priority=_priority(code) + 1)
        upload = media.receive(work.store, path, about)
    with work.database.writing() as db:
        _keep(db, code, upload, made)


def _keep(db: Session, code: str, upload: media.Upload, made: media.Film) -> None:
    """Hand the film in as an instructor would, and give it to its lecture."""
    now = clock.now()
    version = media.add(db, upload, now=now)
    media.add_captions(db, version, language="vi", text=made.webvtt, now=now)
    lecture = catalogue.lecture_by_code(db, code)
    catalogue.set_medium(db, OPERATOR, lecture, version.medium_id, now=now)
