"""A film for every lecture that has none: made from its slides, then treated like any upload."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from elearn import catalogue, clock, jobs, media
from elearn.jobs import Work

FIRST = ("HV-32", "HV-33", "HV-34")  # Written out in full; they are to be playable first.
FIRST_PRIORITY = 10
JOB = "demo.film"


def want_films(db: Session, *, now: datetime) -> int:
    """Queue a film for each lecture that has none and none on its way; return how many."""
    lectures = [one for one in catalogue.lectures(db) if one.medium_id is None]
    on_its_way = jobs.jobs_by_key(db, [_key(one.code) for one in lectures])
    wanted = [one for one in lectures if _key(one.code) not in on_its_way]
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
        made = media.make_film(lecture.current.slides, path)
        with work.database.writing() as db:
            _keep(db, work, code, path, made)


def _keep(db: Session, work: Work, code: str, path: Path, made: media.Film) -> None:
    """Hand the film in as an instructor would, and give it to its lecture."""
    now = clock.now()
    lecture = catalogue.lecture_by_code(db, code)
    version = media.add(
        db, work.store, path, title=lecture.title, priority=_priority(code), now=now
    )
    media.add_captions(db, work.store, version, language="vi", text=made.captions, now=now)
    catalogue.set_medium(db, lecture, version.medium_id, now=now)
