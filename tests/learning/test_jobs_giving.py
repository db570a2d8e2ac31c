"""The job that writes down what a new share gives on its first day, and what stays."""

from datetime import timedelta

import pytest

from elearn import clock, learning, people
from elearn.access import OPERATOR
from elearn.jobs import Job, JobState, Work
from elearn.learning.jobs.giving import give
from elearn.learning.models import WatchMap
from tests.make import catalogue, media, rules
from tests.make import learning as make
from tests.make import people as make_people


@pytest.fixture
def film(db):
    make.rules(db)
    made = media.playable(db, seconds=100)
    catalogue.lecture(db, medium_id=made.medium_id)
    return made


@pytest.fixture
def gives(db, here):
    """`gives(draft)` has a worker do the job of a draft that became a rule."""

    def of(draft):
        at = {"enqueued_at": clock.now(), "payload": {"draft": draft.id}}
        job = Job(kind="rules.give", key="k", state=JobState.RUNNING, worker="a worker", **at)
        db.add(job)
        db.commit()
        give(Work(job.id, "a worker", job.payload, here.settings, here.database, here.store))
        db.expire_all()

    return of


def test_a_lower_share_gives_lectures_on_its_first_day(db, film, gives):
    person = make_people.person(db)
    make.watched(db, person, film, seconds=70)
    day = clock.today()
    draft = rules.adopted_share(db, 65, day)

    gives(draft)

    row = db.get_one(WatchMap, (person.id, film.version_id))
    assert (row.seen_at, row.seen_by) == (clock.start_of(day), draft.watch_rule_version)
    assert (draft.given, draft.given_at is not None) == (1, True)


def test_before_its_day_only_what_two_entries_have_together_is_written_down(db, film, gives):
    one, other, half = (make_people.person(db) for _ in range(3))
    make.watched(db, one, film, seconds=50)
    row = make.watched(db, other, film, seconds=35)
    row.bits = learning.Seconds.of([(50, 85)], 100).to_bytes()
    make.watched(db, half, film, seconds=85).seen_at = None
    people.merge(db, OPERATOR, other, one, now=clock.now())
    draft = rules.adopted_share(db, 90, clock.today() + timedelta(days=1))

    gives(draft)

    rows = {key: db.get_one(WatchMap, (key, film.version_id)) for key in (one.id, half.id)}
    assert {row.seen_by for row in rows.values()} == {1}
    assert draft.given is None


def test_a_share_that_another_replaced_for_the_same_day_gives_nothing(db, film, gives):
    person = make_people.person(db)
    make.watched(db, person, film, seconds=70)
    replaced = rules.adopted_share(db, 65, clock.today())
    rules.adopted_share(db, 75, clock.today())

    gives(replaced)

    assert db.get_one(WatchMap, (person.id, film.version_id)).seen_at is None


def test_a_share_gives_nothing_before_its_day_although_another_is_to_follow_it(db, film, gives):
    person = make_people.person(db)
    make.watched(db, person, film, seconds=70)
    rules.adopted_share(db, 65, clock.today() + timedelta(days=1))
    following = rules.adopted_share(db, 95, clock.today() + timedelta(days=2))

    gives(following)

    assert db.get_one(WatchMap, (person.id, film.version_id)).seen_at is None
