"""Why a figure is another than it was, held against the oracle over invented worlds."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise

from sqlalchemy.orm import Session

from elearn import clock, coverage
from elearn.coverage.queries.comparing import Compared, Comparing
from elearn.coverage.rules import Borders, Geography, Measure
from elearn.coverage.rules.why import Count, Why
from tests.coverage import worlds
from tests.coverage.oracle import Oracle
from tests.coverage.questions import Asked, Asking, indicators
from tests.coverage.reading import world_of
from tests.coverage.worlds.chance import Chance
from tests.make import coverage as make

SEED, QUESTIONS = 1893, 9


def test_whatever_happened_the_steps_lead_from_one_figure_of_the_oracle_to_the_other(
    db: Session,
):
    chance = Chance(SEED)
    worlds.invent(db, SEED, worlds.Size(persons=160, units=50, lessons=10))
    counted = [one for one in indicators(chance, 9) if one.measure is not Measure.CLASS]
    coverage.load_definitions(db, [make.scheme_of(*counted)], now=clock.now())
    oracle = Oracle(world_of(db))

    found = [
        (asked, explained(db, asked, *moments), [_plain(oracle, asked, at) for at in moments])
        for asked, moments in questions(oracle, chance, counted)
    ]

    assert [one for one in found if [one[1].before, one[1].after] != one[2]] == []
    assert all(why.adds_up for _, why, _ in found)
    assert sum(bool(why.difference) for _, why, _ in found) > 2


def questions(
    oracle: Oracle, chance: Chance, counted: list[coverage.Indicator]
) -> Iterator[tuple[Asked, tuple[datetime, datetime | None]]]:
    """Give questions, each with two moments; the last of all is now."""
    told = sorted(chance.moment(chance.day(date(2020, 1, 1))) for _ in range(3))
    pairs = [*pairwise(told), (told[0], None)]
    asking = Asking(oracle.world, counted, [None])
    for number in range(QUESTIONS):
        yield asking.ask(chance), pairs[number % len(pairs)]


def explained(db: Session, asked: Asked, earlier: datetime, later: datetime | None) -> Why:
    on = Geography(Borders.AS_IT_WAS, asked.day)
    if asked.map_day:
        on = Geography(Borders.ON_DAY, asked.map_day)
    key = asked.indicator.key
    return Comparing(db, Compared("x", key, asked.area, asked.day, on, earlier, later)).why()


def _plain(oracle: Oracle, asked: Asked, at: datetime | None) -> Count:
    """Return what the oracle says was known at the moment."""
    figure, one = oracle.figure(asked.question, at), asked.indicator
    if one.measure is Measure.NEW_UNTRAINED:
        return Count(figure.new_in_post, figure.in_post)
    return Count(figure.reached, figure.in_post if one.is_share else 0)
