"""How a film is watched by all: what is counted, when it is counted anew, and what stands out."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import clock
from elearn.learning.jobs.curves import keep_up
from elearn.learning.models import WatchCurve, WatchEvidence
from elearn.learning.queries.curves import count, curve_of, visits_unnoted
from elearn.learning.rules.curves import (
    LEFT_AFTER,
    Curve,
    as_bytes,
    counted,
    from_bytes,
    is_due,
    peaks,
    placed,
)
from elearn.learning.rules.drawing import drawing_of
from tests.make import media as films
from tests.make import people
from tests.make.questions import LONG_AGO, watched

NOW = LONG_AGO + timedelta(days=3)


@pytest.fixture
def film(db):
    return films.medium_version(db, seconds=20)


def test_each_second_is_counted_once_a_person_and_again_where_visits_overlap(db, film):
    watched(db, film, (0, 20), (5, 10), is_seen=True)
    watched(db, film, (0, 8))

    curve = count(db, film, NOW)

    assert (curve.people, curve.finished) == (2, 1)
    assert curve.watched.tolist() == [2] * 8 + [1] * 12
    assert curve.again.tolist() == [0] * 5 + [1] * 5 + [0] * 10
    assert curve.left.tolist() == [0] * 8 + [1] + [0] * 11


def test_two_entries_of_one_human_being_are_one(db, film):
    one = watched(db, film, (0, 5))
    other = people.person(db)
    other.same_as_id = one.id
    watched(db, film, (3, 12), by=other, at=LONG_AGO + timedelta(hours=5))

    curve = count(db, film, NOW)

    assert curve.people == 1
    assert curve.watched.tolist() == [1] * 12 + [0] * 8
    assert curve.again.tolist() == [0] * 3 + [1] * 2 + [0] * 15
    assert curve.left.tolist() == [0] * 12 + [1] + [0] * 7


def test_who_may_yet_come_back_or_has_seen_it_in_another_version_has_not_left(db, film):
    watched(db, film, (0, 5), at=NOW - LEFT_AFTER + timedelta(minutes=1))
    person = watched(db, film, (0, 7))
    other = films.medium_version(db, film.medium, number=2, seconds=20)
    watched(db, other, (0, 20), by=person, is_seen=True)

    assert count(db, film, NOW).left.sum() == 0


def test_what_was_refused_is_not_watched_again(db, film):
    watched(db, film, (0, 5), (0, 5))
    evidence = db.scalars(select(WatchEvidence)).first()
    evidence.refused = evidence.claimed
    db.flush()

    assert count(db, film, NOW).again.sum() == 0


def test_the_worker_counts_what_was_opened_and_lets_it_be_when_nobody_comes(
    db, database, settings, film
):
    watched(db, film, (0, 20), is_seen=True)
    db.commit()

    keep_up(settings, database)
    db.expire_all()
    first = db.get(WatchCurve, film.id).counted_at
    keep_up(settings, database)
    db.expire_all()

    kept = curve_of(db, film.id)
    assert kept
    assert kept.curve.people == 1
    assert db.get(WatchCurve, film.id).counted_at == first
    assert visits_unnoted(db) == {}


def test_a_visit_of_this_moment_waits_for_others_to_be_noted_with(db, database, settings, film):
    watched(db, film, (0, 20), at=clock.now())
    db.commit()

    keep_up(settings, database)

    assert db.get(WatchCurve, film.id) is None
    assert list(visits_unnoted(db)) == [film.id]


@pytest.mark.parametrize(
    ("opened", "counted_at", "due"),
    [
        (0, None, True),
        (0, -20, True),
        (0, -5, False),
        (-180, -50, False),
        (-180, -90, True),
        (-26 * 60, -60, True),
        (-26 * 60, 0, False),
    ],
)
def test_it_is_counted_each_quarter_while_watched_and_once_when_all_have_left(
    opened, counted_at, due
):
    minutes = timedelta(minutes=1)
    last = None if counted_at is None else NOW + counted_at * minutes

    assert is_due(NOW + opened * minutes, last, NOW) is due


def test_numbers_come_back_as_they_were_kept():
    numbers = counted([0b101, 0b100, 0b1000], 4)

    assert numbers.tolist() == [1, 0, 2, 1]
    assert from_bytes(as_bytes(numbers)).tolist() == numbers.tolist()
    assert placed([0, 4, 9], 4).tolist() == [1, 0, 0, 2]
    assert counted([], 3).tolist() == [0, 0, 0]


def curve_with(left):
    zeros = counted([], len(left))
    return Curve(50, 10, zeros, zeros, zeros + left)


def test_a_peak_is_of_several_people_and_the_first_of_its_neighbourhood():
    left = [0] * 100
    left[20], left[27], left[70], left[90] = 9, 9, 30, 3

    found = peaks(curve_with(left).stretches(20), "left")

    assert [(one.start, one.left) for one in found] == [(70, 30), (20, 9)]


def test_of_few_people_nothing_is_shown():
    zeros = counted([], 4)

    assert not Curve(4, 1, zeros, zeros, zeros).is_shown
    assert Curve(5, 1, zeros, zeros, zeros).is_shown


def test_a_drawing_stays_within_its_frame():
    drawn = drawing_of(curve_with([0, 4] * 50))

    assert drawn.watched.startswith("M0.0 160.0L")
    assert max(one.height for one in drawn.left) == 160
    assert all(one.x + one.width <= 1000.1 for one in drawn.left)
