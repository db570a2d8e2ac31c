"""What is unusual, and what is not."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from elearn.learning import Form, Seconds
from elearn.learning.signals.reader import every_version, measures_on
from elearn.learning.signals.rules import (
    Key,
    Overrun,
    SignalKind,
    Stay,
    Trace,
    clock_of,
    device_of,
    groups_of,
    speed_of,
    twins_of,
)

AT = datetime(2026, 11, 18, 13, tzinfo=UTC)
DAY = date(2026, 11, 18)
MEASURES = measures_on(DAY)
NAME = Key(SignalKind.CLOCK, "1:b:2026-11-16")
LONG = Seconds.of([(0, 1200)], 1200)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def overrun(session: int, *, film: int = 1, refused=LONG, held: Seconds | None = None) -> Overrun:
    return Overrun(session, film, AT, AT + minutes(5), refused, held or Seconds())


def stay(
    session: int, person: int = 1, *, after: float = 0, lasted: float = 5, **clock: Any
) -> Stay:
    return Stay(session, person, AT + minutes(after), AT + minutes(after + lasted), **clock)


def trace(session: int, person: int, *, film: int = 1, late: float = 0, claimed=LONG) -> Trace:
    began, ended = AT + timedelta(seconds=late), AT + minutes(20) + timedelta(seconds=late)
    kept = claimed.to_bytes()
    return Trace(session, person, film, Form.VIDEO, None, began, began, ended, kept, False, False)


def alike(films: int, *persons: int) -> list[Trace]:
    """Visits of these persons to so many films, each a quarter of a second after the other."""
    return [
        trace(film * 100 + person, person, film=film, late=place / 4)
        for film in range(films)
        for place, person in enumerate(persons)
    ]


def groups(traces):
    twins = [
        one
        for film in range(10)
        for one in twins_of([each for each in traces if each.version_id == film], MEASURES.traces)
    ]
    return list(groups_of(twins, MEASURES))


def test_every_day_has_its_measures():
    assert measures_on(date(2019, 1, 1)) in every_version()


def test_seconds_beyond_the_clock_are_found():
    found = speed_of(7, DAY, [overrun(1)], MEASURES)

    assert found is not None
    assert (found.weight, *found.person_ids, *found.session_ids) == (1200, 7, 1)


def test_what_was_refused_twice_counts_once():
    found = speed_of(7, DAY, [overrun(1), overrun(2)], MEASURES)

    assert found is not None
    assert found.weight == 1200


def test_what_was_credited_since_is_no_longer_beyond_the_clock():
    credited = Seconds.of([(0, 400)], 1200)

    assert speed_of(7, DAY, [overrun(1, held=credited)], MEASURES) is None


def test_a_household_shares_a_device_and_nothing_is_said():
    stays = [stay(number, number) for number in range(1, 7)]

    assert device_of("b", DAY, stays, MEASURES) is None


def test_many_persons_in_one_browser_are_found_with_how_often_two_watched_at_once():
    stays = [stay(number, number, after=number * 4) for number in range(1, 10)]

    found = device_of("b", DAY, stays, MEASURES)

    assert found is not None
    assert (found.weight, found.numbers["together"]) == (9, 8)


@pytest.mark.parametrize(
    ("ahead", "is_found"),
    [
        ([60, 60, 60, 60, 60], False),  # Wrong, but steadily so.
        ([60, 0, 0, 0, 0], False),  # Set right once.
        ([0, 60, 0, 0, 0], False),  # Lost its time, and found it again.
        ([0, 60, 0, 60, 0], True),
    ],
)
def test_a_clock_is_told_from_one_that_leaps(ahead, is_found):
    stays = [
        stay(number, after=number * 60, ahead_ms=told * 60_000) for number, told in enumerate(ahead)
    ]

    assert (clock_of(NAME, stays, MEASURES) is not None) == is_found


def test_played_before_it_was_opened_is_a_leap_too():
    early = AT - minutes(30)
    stays = [
        stay(number, after=number * 60, ahead_ms=0, played_from=early, played_until=AT)
        for number in range(3)
    ]

    found = clock_of(NAME, stays, MEASURES)

    assert found is not None
    assert found.weight == 3


def test_a_clock_that_says_impossible_times_stops_nobody():
    never = datetime(1970, 1, 1, tzinfo=UTC)
    stays = [
        stay(
            number,
            after=number,
            ahead_ms=sign * 200_000_000_000_000,
            played_from=never,
            played_until=datetime(9998, 1, 1, tzinfo=UTC),
        )
        for number, sign in enumerate((1, -1, 1))
    ]

    assert clock_of(NAME, stays, MEASURES) is not None


def test_phones_that_came_home_together_are_not_alike():
    together = [replace(one, is_live=False) for one in alike(5, 1, 2)]

    assert groups(alike(5, 1, 2))
    assert groups(together) == []


def test_two_who_were_alike_in_four_films_are_found():
    (found,) = groups(alike(4, 1, 2))

    assert (found.weight, found.person_ids, len(found.session_ids)) == (4, {1, 2}, 8)


def test_two_who_were_alike_in_three_films_are_not():
    assert groups(alike(3, 1, 2)) == []


def test_who_hang_together_are_one_group():
    (found,) = groups(alike(4, 1, 2, 3, 4))

    assert found.person_ids == {1, 2, 3, 4}


def test_other_seconds_or_another_end_are_not_alike():
    other = Seconds.of([(0, 1100)], 1200)
    apart = [trace(1, 1), trace(2, 2, claimed=other), trace(3, 3, late=30)]

    assert list(twins_of(apart, MEASURES.traces)) == []


def test_in_a_hall_all_press_at_once_and_nothing_is_said():
    hall = [trace(person, person, late=person * 1.5) for person in range(1, 40)]

    assert list(twins_of(hall, MEASURES.traces)) == []


def test_a_moment_in_which_twenty_begin_is_no_hall():
    at_once = [trace(person, person, late=person / 20) for person in range(1, 21)]

    assert len(list(twins_of(at_once, MEASURES.traces))) == 190
