"""Films are made of slides; a lecture without any waits for what its author uploads."""

from datetime import UTC, datetime

from sqlalchemy import select

from elearn.home.demo.films import film, want_films
from elearn.jobs import Job, Work
from elearn.media import Medium
from tests.make import catalogue as make
from tests.make import media as make_media

NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)


def test_only_a_lecture_with_slides_and_without_a_film_gets_one(db):
    lectures = [
        make.lecture(db, "BG-01"),
        make.lecture(db, "BG-02", slides=[]),
        make.lecture(db, "BG-03", medium_id=make_media.medium(db).id),
    ]
    make.programme(db, "NV-CHI", [make.module(db, lectures=lectures)])

    assert (want_films(db, now=NOW), want_films(db, now=NOW)) == (1, 0)
    assert [payload["lecture"] for payload in db.scalars(select(Job.payload))] == ["BG-01"]


def test_a_lecture_that_has_lost_its_slides_meanwhile_is_left_alone(db, database, settings, store):
    make.lecture(db, "BG-02", slides=[])
    db.commit()

    film(Work(1, "a worker", {"lecture": "BG-02"}, settings, database, store))

    assert db.scalars(select(Medium)).all() == []
