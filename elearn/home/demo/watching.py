"""What the learners of the demo's classes have watched, once the films are there to be watched."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import catalogue, classes, clock, jobs, learning, media
from elearn.home.demo.courses import DECISION, PROGRAMME
from elearn.home.demo.crowd import gather_crowd
from elearn.home.demo.questions import ask_questions
from elearn.home.demo.unusual import make_visits
from elearn.jobs import Work

JOB = "demo.watch"
PRIORITY = 1  # After the films of the classes, before all other films.
#: How many lectures each learner has left, the first of a class first; then again from the first.
_LEFT = (1, 0, 9, 4, 0, 14, 2)


def want_watching(db: Session, *, now: datetime) -> None:
    """Queue it once: the first learner of each class lacks one lecture, the second none."""
    if jobs.job_by_key(db, JOB) is None:
        jobs.enqueue(db, JOB, {}, key=JOB, priority=PRIORITY, now=now)


def watch(work: Work) -> None:
    """Enter the seconds; who has watched anything herself is left alone."""
    with work.database.writing() as db:
        work.hold(db)
        films, now = _films(db), clock.now()
        rule = learning.watch_rule_on(db, clock.day_of(now)).version
        for number, person_id in _learners(db):
            watched = films[: max(0, len(films) - _LEFT[number % len(_LEFT)])]
            if watched and not _has_watched(db, person_id):
                db.add_all(_maps(person_id, watched, rule, now))
        gather_crowd(db, now=now)
        make_visits(db, [person_id for _, person_id in _learners(db)], films, now=now)
        ask_questions(db, now=now)


def _films(db: Session) -> Sequence[media.Playable]:
    """Return what can be played of the lectures a learner needs: all required, one elective."""
    outline = catalogue.outline_of(db, catalogue.programme_by_code(db, PROGRAMME))
    modules = (*outline.electives[:1], *outline.required)
    lectures = [lecture for module in modules for lecture in module.lectures]
    playable = media.playables(db, [one.medium_id for one in lectures if one.medium_id])
    return [playable[one.medium_id] for one in lectures if one.medium_id in playable]


def _learners(db: Session) -> Iterator[tuple[int, int]]:
    """Return the learners of the demo's classes, each with her place in her class."""
    own = classes.TrainingClass.decision_number == DECISION
    for one in db.scalars(select(classes.TrainingClass).where(own)):
        there = sorted(classes.participations_of(db, one), key=lambda place: place.id)
        yield from ((number, place.person_id) for number, place in enumerate(there))


def _has_watched(db: Session, person_id: int) -> bool:
    hers = select(learning.WatchMap.person_id).where(learning.WatchMap.person_id == person_id)
    return db.scalar(hers.limit(1)) is not None


def _maps(
    person_id: int, films: Sequence[media.Playable], rule: int, now: datetime
) -> Iterator[learning.WatchMap]:
    """Return whole films, one an evening, the last one yesterday."""
    for ago, film in enumerate(reversed(films), start=1):
        at = now - timedelta(days=ago)
        yield learning.WatchMap(
            person_id=person_id,
            medium_version_id=film.version_id,
            bits=learning.Seconds.of([(0, film.seconds)], film.seconds).to_bytes(),
            seconds=film.seconds,
            length=film.seconds,
            position=film.seconds,
            changed_at=at,
            seen_at=at,
            seen_by=rule,
        )
