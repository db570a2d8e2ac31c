"""From facts and places to figures: against plain counting by chance, and each rule by hand."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.coverage import Measure
from elearn.coverage.rules import CountingWindow, Direction
from elearn.coverage.rules.events import difference, events_of
from elearn.coverage.rules.facts import Events, Places
from elearn.coverage.rules.turnover import REASONS
from elearn.people import EndReason
from tests.coverage.tables import facts, figure, places, stays
from tests.make import coverage as make

COUNTRY, PROVINCE, WEST, EAST = 1, 2, 3, 4
IN_WEST, IN_EAST = (COUNTRY, PROVINCE, -1, WEST), (COUNTRY, PROVINCE, -1, EAST)
ALWAYS = (-100, 1000)
TRAINED = replace(make.indicator(), new_within_days=3, window=CountingWindow.EVER)
TURNS = replace(TRAINED, measure=Measure.PARTICIPATION)
CHANGES = replace(TRAINED, measure=Measure.TURNOVER)
CAME, LEFT = (replace(CHANGES, direction=one) for one in (Direction.IN, Direction.OUT))
MOVED = replace(CHANGES, direction=Direction.MOVED)
#: Unit 1 stands in the west until day 9, then in the east; unit 2 in the east.
MOVES = places([(1, -100, 9, IN_WEST), (1, 10, 1000, IN_EAST), (2, *ALWAYS, IN_EAST)])

spans = st.tuples(st.integers(0, 12), st.integers(0, 8)).map(lambda one: (one[0], sum(one)))
people = st.integers(1, 3)
tenures = st.lists(st.tuples(people, st.integers(1, 2), spans), max_size=6)
dated = st.lists(st.tuples(people, spans), max_size=3)


@given(tenures, dated, dated, st.integers(-1, 22))
@settings(max_examples=30)
def test_every_figure_of_a_day_is_what_counting_that_day_gives(held, reached, under, day):
    events = events_of(
        facts(
            [(person, unit, *span) for person, unit, span in held],
            reached=[(person, *span) for person, span in reached],
            under_way=[(person, *span) for person, span in under],
        ),
        MOVES,
        TRAINED,
    )

    for area in (COUNTRY, PROVINCE, WEST, EAST):
        plain: dict[str, int] = {}
        for state in _states(held, reached, under, area, day):
            plain[state] = plain.get(state, 0) + 1
        assert figure(events, area, day) == plain


def _states(held, reached, under, area, day):
    """Give what each person in post in the area is on the day, as words of a figure."""
    for person in (1, 2, 3):
        if not any(
            who == person and _is_in(unit, area, day) and _on(span, day) for who, unit, span in held
        ):
            continue
        yield "in_post"
        if any(who == person and _on(span, day) for who, span in reached):
            yield "reached"
        elif any(who == person and _on(span, day) for who, span in under):
            yield "under_way"
        elif not all(
            _holds(held, person, day - back) for back in range(TRAINED.new_within_days + 1)
        ):
            yield "new_in_post"


def _is_in(unit, area, day):
    return area in (COUNTRY, PROVINCE, WEST if unit == 1 and day < 10 else EAST)


def _on(span, day):
    return span[0] <= day <= span[1]


def _holds(held, person, day):
    return any(who == person and _on(span, day) for who, _, span in held)


def test_two_posts_of_one_person_are_one_person_in_each_area():
    two = facts([(7, 1, 0, 20), (7, 2, 5, 30)])

    events = events_of(two, MOVES, TRAINED)
    assert figure(events, WEST, 7) == {"in_post": 1}
    assert figure(events, EAST, 7) == {"in_post": 1}
    assert figure(events, COUNTRY, 7) == {"in_post": 1}
    assert figure(events, COUNTRY, 31) == {}


def test_who_stands_somewhere_for_certain_is_no_estimate_there():
    doubtful = places([(1, *ALWAYS, IN_WEST), (2, *ALWAYS, IN_WEST)], estimated=[0])
    held = facts([(7, 1, 0, 9), (8, 1, 0, 9), (8, 2, 5, 9)])

    events = events_of(held, doubtful, TRAINED)
    assert figure(events, WEST, 4)["estimated"] == 2
    assert figure(events, WEST, 5)["estimated"] == 1
    assert "estimated" not in figure(events, PROVINCE, 5)


def test_a_turn_counts_where_the_person_was_in_post_that_day_and_is_never_taken_back():
    held = facts([(7, 1, 0, 20)], turns=[(7, 5, 5), (7, 5, 5), (7, 12, 12), (7, 30, 30)])

    events = events_of(held, MOVES, TURNS)
    assert figure(events, WEST, 100) == {"reached": 2}
    assert figure(events, EAST, 100) == {"reached": 1}
    assert figure(events, COUNTRY, 15) == {"reached": 3, "in_post": 1}


def test_nobody_comes_or_goes_where_a_border_or_a_unit_moved():
    held = facts([(7, 1, 0, 20)])

    came, left = (events_of(held, MOVES, one) for one in (CAME, LEFT))
    assert [figure(came, area, 30).get("reached") for area in (WEST, EAST, COUNTRY)] == [1, None, 1]
    assert [figure(left, area, 30).get("reached") for area in (WEST, EAST, COUNTRY)] == [None, 1, 1]
    assert figure(left, EAST, 20) == {"in_post": 1}


def test_who_takes_another_post_in_the_area_without_a_day_between_neither_came_nor_left():
    held = facts([(7, 2, 0, 9), (7, 2, 10, 20)])

    assert figure(events_of(held, MOVES, CAME), EAST, 30) == {"reached": 1}
    assert figure(events_of(held, MOVES, LEFT), EAST, 30) == {"reached": 1}


def test_leaving_counts_by_its_reasons():
    moved, retired = REASONS[EndReason.ROTATED], REASONS[EndReason.RETIRED]
    held = facts([(7, 2, 0, 9, 1, moved), (8, 2, 0, 9, 1, retired), (9, 2, 0, 9, 1, 0)])
    retiring = replace(LEFT, end_reasons=frozenset({EndReason.RETIRED}))

    numbers = [events_of(held, MOVES, one).reached.sum() for one in (LEFT, MOVED, retiring)]
    assert numbers == [6, 3, 3]  # In the commune, the province, the country.


def test_a_class_counts_in_the_areas_of_its_area_on_its_first_day():
    lain = stays(
        [(WEST, -100, 9, IN_WEST), (WEST, 10, 99, IN_EAST), (COUNTRY, *ALWAYS, (1, -1, -1, -1))]
    )
    held = facts(classes=[(WEST, 9, 9), (WEST, 10, 10), (COUNTRY, 3, 3)])

    events = events_of(held, Places(stays(), lain), replace(TRAINED, measure=Measure.CLASS))
    assert [
        figure(events, area, 50).get("reached") for area in (COUNTRY, PROVINCE, WEST, EAST)
    ] == [*(3, 2, 1, 1)]


def test_a_difference_turns_the_old_into_the_new_and_holds_nothing_else():
    old, new = (events_of(facts([row]), MOVES, TRAINED) for row in [(7, 1, 0, 9), (7, 1, 0, 20)])

    change = difference(new, old)
    both = Events(*map(np.concatenate, zip(old, change, strict=True)))
    for day in range(-1, 22):
        assert figure(both, EAST, day) == figure(new, EAST, day)
    assert difference(new, new).day.size == 0
