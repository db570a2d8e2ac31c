"""The demo as a whole: loaded once, found the second time, and good for closing the line."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from elearn import catalogue, classes, learning, people
from elearn.home.demo import watching
from elearn.home.demo.filling import load_demo
from elearn.home.setup.base import load_base
from elearn.jobs import Job, Work
from tests.make import media

NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)


@pytest.fixture
def demo(db):
    list(load_base(db, now=NOW))
    list(load_demo(db, now=NOW))
    return db


def count(db, table):
    return db.scalar(select(func.count()).select_from(table))


def test_it_is_loaded_once_and_its_classes_can_be_closed_when_the_films_are_there(
    demo, database, settings, store
):
    tables = (people.Person, learning.Completion, classes.TrainingClass, classes.Participation, Job)
    before = [count(demo, table) for table in tables]
    list(load_demo(demo, now=NOW + timedelta(days=1)))
    assert [count(demo, table) for table in tables] == before

    outline = catalogue.outline_of(demo, catalogue.programme_by_code(demo, "NV-CHI"))
    for lecture in demo.scalars(select(catalogue.Lecture)):
        if lecture.code in {one.code for one in outline.lectures}:
            lecture.medium_id = media.playable(demo, seconds=60).medium_id
    job = demo.scalars(select(Job).where(Job.kind == watching.JOB)).one()
    job.state, job.worker = "running", "a worker"
    demo.commit()

    watching.watch(Work(job.id, "a worker", {}, settings, database, store))

    asked = select(learning.LectureQuestion).order_by(learning.LectureQuestion.id)
    questions = demo.scalars(asked).all()
    assert [bool(one.answered_at) for one in questions] == [True, True, False, False]
    done_before = select(learning.Completion.person_id)
    there = select(classes.Participation.person_id).where(
        classes.Participation.person_id.in_(done_before)
    )
    assert demo.scalars(there).all() == []  # So that each who completes moves the figures.

    opened = demo.scalars(select(classes.TrainingClass)).all()
    lists = [classes.closing_list(demo, one, now=datetime.now(UTC)) for one in opened]
    assert len(opened) == 2
    for found in lists:
        first = min(found.standings, key=lambda one: one.participation.id)
        assert [len(outcome.lacking) for outcome in first.review.outcomes] == [1, 0]
        assert found.complete
        assert found.incomplete
