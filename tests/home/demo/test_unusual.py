"""The demo has visits that stand out, and an outage that explains some."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from elearn.home.demo.unusual import make_visits
from elearn.learning.signals import Signal, SignalLook, jobs
from elearn.learning.signals.rules import SignalKind
from tests.make import media
from tests.make import people as make

NOW = datetime(2026, 11, 18, 3, tzinfo=UTC)


def test_the_worker_finds_what_stands_out_in_the_visits_of_the_demo(db, database):
    learners = [make.person(db).id for _ in range(9)]
    films = [media.playable(db, seconds=800) for _ in range(3)]
    begun = NOW - timedelta(minutes=50)
    db.add(SignalLook(id=1, looked_until=begun, beat_at=NOW))

    assert make_visits(db, learners, films, now=NOW)
    assert make_visits(db, learners, films, now=NOW) == 0
    while jobs.look(database, now=NOW):
        db.expire_all()

    found = db.scalars(select(Signal)).all()
    assert Counter(one.kind for one in found) == {
        SignalKind.DEVICE: 1,
        SignalKind.CLOCK: 1,
        SignalKind.SPEED: 2,
    }
    assert [one.kind for one in found if one.outage_id] == [SignalKind.SPEED]
