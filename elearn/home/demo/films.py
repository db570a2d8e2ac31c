"""A film for every lecture that has none: made from its slides, then treated like any upload."""

from dataclasses import astuple
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from elearn import catalogue, clock, jobs, media
from elearn.access import OPERATOR
from elearn.home.demo.accounts import lecturer_id
from elearn.home.demo.courses import PROGRAMME
from elearn.jobs import Work

FONTS = Path(__file__).resolve().parents[3] / "static" / "dist" / "fonts"
FIRST = ("HV-32", "HV-33", "HV-34")  # Written out in full; they are to be playable first.
FIRST_PRIORITY, IN_CLASS_PRIORITY = 10, 2
JOB = "demo.film"


def want_films(db: Session, *, now: datetime) -> int:
    """Queue a film for each lecture that has none and none on its way; return how many.

    One that failed is tried again. A lecture without slides is shown by what its author uploads.
    """
    waiting = catalogue.lectures_without_medium(db)
    lectures = [one for one in waiting if catalogue.slides_of(one)]
    on_its_way = jobs.jobs_by_key(db, [_key(one.code) for one in lectures])
    failed = {key for key, job in on_its_way.items() if job.is_broken}
    wanted = [one for one in lectures if _key(one.code) not in on_its_way.keys() - failed]
    in_class = _lectures_in_class(db)
    for lecture in wanted:
        priority = IN_CLASS_PRIORITY if lecture.code in in_class else 0
        if lecture.code in FIRST:
            priority = FIRST_PRIORITY
        payload = {"lecture": lecture.code, "priority": priority}
        jobs.enqueue(db, JOB, payload, key=_key(lecture.code), priority=priority, now=now)
    return len(wanted)


def _lectures_in_class(db: Session) -> set[str]:
    """Return the codes of the lectures that the classes of the demo study."""
    programme = catalogue.programme_by_code(db, PROGRAMME)
    return {one.code for one in catalogue.outline_of(db, programme).lectures}


def _key(code: str) -> str:
    return f"{JOB} {code}"


def film(work: Work) -> None:
    """Make the film of a lecture; one that has its film already, or no slides, is left alone."""
    code = str(work.payload["lecture"])
    with work.database.reading() as db:
        lecture = catalogue.lecture_by_code(db, code)
    if lecture.medium_id is not None or not catalogue.slides_of(lecture):
        return
    with work.folder() as folder:
        path = folder / f"{code}.mp4"
        slides = [media.DrawnSlide(*astuple(slide)) for slide in catalogue.slides_of(lecture)]
        made = media.make_film(slides, path, fonts=FONTS, mark=work.settings.product_name)
        # Above the films still to be made, so that each can be watched before the next is begun.
        about = media.About(lecture.title, path.name, priority=work.payload.get("priority", 0) + 1)
        received = media.receive(work.store, path, about)
    with work.database.writing() as db:
        work.hold(db)
        _keep(db, code, received, made)


def _keep(db: Session, code: str, received: media.Received, made: media.Film) -> None:
    """Hand the film in as an instructor would, unless the lecture was given one meanwhile."""
    now = clock.now()
    lecture = catalogue.lecture_by_code(db, code)
    if lecture.medium_id is not None:
        return
    version = media.add(db, received, now=now)
    version.medium.created_by_id = lecturer_id(db)
    media.add_captions(db, version, language="vi", text=made.webvtt, now=now)
    catalogue.set_medium(db, OPERATOR, lecture, version.medium_id, now=now)


def film_of(db: Session, code: str) -> media.Playable | None:
    """Return the film of a lecture, once it can be watched."""
    medium_id = catalogue.lecture_by_code(db, code).medium_id
    return media.playables(db, [medium_id]).get(medium_id) if medium_id else None
