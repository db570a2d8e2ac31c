"""What the worker finds when it looks, and keeps."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import learning, people
from elearn.access import OPERATOR
from elearn.learning.signals import (
    Signal,
    SignalLook,
    SignalPerson,
    SignalSession,
    WatchTwin,
    jobs,
    queries,
)
from elearn.learning.signals import service as signals
from elearn.learning.signals.reader import measures_on
from elearn.learning.signals.rules import SignalKind, SignalState, Verdict
from tests.make import people as make
from tests.make import signals as made
from tests.make.signals import EVENING, visit

SOON = timedelta(seconds=0)
LATER = EVENING + timedelta(hours=3)


@pytest.fixture
def look(database, db):
    """`look()` looks at all that is settled, as the worker does; it did so until that evening."""
    db.add(
        SignalLook(
            id=1, looked_until=EVENING - timedelta(minutes=1), beat_at=LATER + timedelta(days=9)
        )
    )

    def looked(now=LATER):
        db.flush()
        while jobs.look(database, now=now, every=SOON) and _waits(db, now):
            pass
        db.expire_all()
        return db.scalars(select(Signal).order_by(Signal.id)).all()

    return looked


def _waits(db, now):
    kept = db.get(SignalLook, 1, populate_existing=True)
    return kept.looked_until < now - measures_on(EVENING.date()).settled


def about(db, signal):
    hers = select(SignalPerson.person_id).where(SignalPerson.signal_id == signal.id)
    return set(db.scalars(hers))


def test_what_exceeds_the_clock_is_found_once_for_a_day(db, film, look):
    who = make.person(db)
    one = visit(db, who, film(), seconds=(0, 2000), refused=600)
    other = visit(db, who, film(), seconds=(0, 2000), refused=600, at=EVENING + timedelta(hours=1))

    (found,) = look()

    assert (found.kind, found.weight, found.state) == (SignalKind.SPEED, 1200, SignalState.OPEN)
    sessions = select(SignalSession.watch_session_id)
    assert set(db.scalars(sessions)) == {one.id, other.id}
    assert about(db, found) == {who.id}


def test_nothing_is_found_of_a_visit_that_may_still_go_on(db, film, look):
    visit(db, make.person(db), film(), seconds=(0, 2000), refused=1000)

    assert look(EVENING + timedelta(minutes=30)) == []
    assert len(look()) == 1


def test_a_signal_that_is_no_more_is_shown_no_longer(db, film, look):
    who, version = make.person(db), film()
    visit(db, who, version, seconds=(0, 2000), refused=1000)
    (found,) = look()
    db.add(_map(who, version, 2000))
    late = visit(db, who, version, at=EVENING + timedelta(minutes=15), refused=1)
    late_evidence = db.get(learning.WatchEvidence, (late.id, learning.Form.VIDEO))
    late_evidence.last_at = LATER

    look(LATER + timedelta(hours=2))

    assert found.state is SignalState.GONE


def _map(who, version, seconds):
    bits = learning.Seconds.of([(0, seconds)], seconds).to_bytes()
    told = {"bits": bits, "seconds": seconds, "length": 3600, "position": 0, "changed_at": LATER}
    return learning.WatchMap(person_id=who.id, medium_version_id=version, **told)


def test_two_entries_of_one_human_being_are_one_person_on_a_device(db, film, look):
    version, persons = film(), [make.person(db) for _ in range(8)]
    people.merge(db, OPERATOR, persons[0], persons[1], now=EVENING)
    for one in persons:
        visit(db, one, version, browser="b" * 32)

    assert look() == []
    visit(db, make.person(db), version, browser="b" * 32, at=EVENING + timedelta(hours=4))

    (found,) = look(LATER + timedelta(hours=4))
    assert (found.kind, found.weight) == (SignalKind.DEVICE, 8)


def test_alike_in_four_films_within_a_month_are_found_though_each_look_sees_one(db, film, look):
    one, other = make.person(db), make.person(db)
    for evening in range(4):
        version = film()
        for who in (one, other):
            visit(db, who, version, at=EVENING + timedelta(days=evening))
        found = look(LATER + timedelta(days=evening))

    (signal,) = found
    assert (signal.kind, signal.weight) == (SignalKind.TRACES, 4)
    assert about(db, signal) == {one.id, other.id}


def test_two_of_a_hall_where_the_others_still_watch_are_not_alike(db, film, look):
    version, hall = film(), [make.person(db) for _ in range(14)]
    for place, who in enumerate(hall):
        lasted = timedelta(minutes=10 if place < 2 else 170)
        at = EVENING + timedelta(seconds=place * 3 if place > 1 else 0)
        visit(db, who, version, at=at, lasted=lasted)

    look()

    assert db.scalars(select(WatchTwin)).all() == []


def test_a_clock_that_leaps_is_found(db, film, look):
    who = make.person(db)
    for number in range(5):
        at = EVENING + timedelta(minutes=20 * number)
        visit(db, who, film(), at=at, clock_ahead_ms=3_600_000 * (number % 2))

    (found,) = look()

    assert (found.kind, found.weight, found.numbers["minutes"]) == (SignalKind.CLOCK, 4, 60)


def test_a_judged_signal_is_open_again_only_if_there_is_much_more_of_it(db, film, look):
    who = make.person(db)
    visit(db, who, film(), seconds=(0, 2000), refused=1000)
    (found,) = look()
    judged = signals.Judged(Verdict.NOTHING, "", found.weight)
    signals.judge(db, OPERATOR, found.id, judged, now=LATER)

    visit(db, who, film(), seconds=(0, 2000), refused=100, at=LATER)
    look(LATER + timedelta(hours=1))
    assert (found.state, found.weight) == (SignalState.JUDGED, 1100)

    visit(db, who, film(), seconds=(0, 2000), refused=500, at=LATER + timedelta(minutes=20))
    look(LATER + timedelta(hours=2))
    assert (found.state, found.weight) == (SignalState.OPEN, 1600)
    assert len(found.judgements) == 1


def test_what_falls_into_a_known_outage_is_marked(db, film, look):
    gone = made.outage(db)
    visit(db, make.person(db), film(), seconds=(0, 2000), refused=1000)

    (found,) = look()

    assert found.outage_id == gone.id


def test_a_look_that_another_did_meanwhile_is_not_kept(database, db, film, look):
    visit(db, make.person(db), film(), seconds=(0, 2000), refused=1000)
    measures = measures_on(EVENING.date())
    look()
    before = queries.window_after(EVENING, measures, LATER)
    seen = queries.look(db, before, measures)

    assert not signals.keep(db, seen, measures, now=LATER)


def test_a_look_asks_a_bounded_number_of_queries(database, db, film, count_queries):
    for number in range(30):
        who = make.person(db)
        visit(db, who, film(), seconds=(0, 2000), refused=1000, clock_ahead_ms=number)
    measures = measures_on(EVENING.date())
    since = EVENING - timedelta(days=1)
    window = queries.window_after(since, measures, EVENING)
    wide = type(window)(since, LATER, since)

    with count_queries() as asked:
        seen = queries.look(db, wide, measures)

    assert len(seen.found) == 30
    assert len(asked) <= 9
