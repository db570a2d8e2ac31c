"""The engine and the oracle agree on every figure of worlds made by chance."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from random import SystemRandom

import pytest
from sqlalchemy.orm import Session

from elearn import areas, coverage
from elearn.catalogue import ContentTag
from tests.coverage import oracle, worlds

FIXED = 1893
QUESTIONS = 40
_GROUPS = (
    *(("branch_head", "branch"), ("branch_head", None), ("union_officer", "district")),
    *(("union_officer_fulltime", None), ("commune_official", "commune")),
    ("union_officer", "province"),
)
_CONTENTS = (
    (frozenset({ContentTag.UNION_DUTY}), False),
    (frozenset({ContentTag.UNION_DUTY, ContentTag.SOCIAL_WORK}), True),
    (frozenset({ContentTag.SOCIAL_WORK, ContentTag.TOPICAL_UPDATE}), False),
)


@pytest.mark.parametrize(
    ("seed", "size"),
    [(FIXED, worlds.Size()), (None, worlds.Size(persons=800, units=120))],
    ids=["fixed", "chance"],
)
def test_every_figure_is_what_plain_counting_gives(
    db: Session, seed: int | None, size: worlds.Size
):
    seed = seed or SystemRandom().randrange(10**6)
    world = worlds.invent(db, seed, size)
    chance = worlds.Chance(seed + 1)
    scheme = _scheme(chance)

    answers = [
        (seed, asked, told, oracle.figure(world, asked))
        for asked, told in _asked(db, world, scheme, chance)
    ]

    assert [one for one in answers if one[2] != one[3]] == []
    assert sum(0 < trained < held for _, _, (trained, held), _ in answers) > 0


def _scheme(chance: worlds.Chance) -> coverage.Scheme:
    """Return a scheme of six figures: every content is asked for in both measures."""
    measures = (coverage.Measure.TRAINED, coverage.Measure.TRAINED_THIS_YEAR)
    asked = [*product(measures, _CONTENTS)]
    chance.random.shuffle(asked)
    indicators = tuple(
        coverage.Indicator(
            group, group, areas.Level(level) if level else None, measure, coverage.Content(*content)
        )
        for (group, level), (measure, content) in zip(_GROUPS, asked, strict=True)
    )
    first = chance.random.choice((2019, 2020, 2022))
    return coverage.Scheme("oracle", "", "", "", first, 2025, 1, indicators, indicators[0].key)


def _asked(
    db: Session, world: oracle.World, scheme: coverage.Scheme, chance: worlds.Chance
) -> Iterator[tuple[oracle.Question, tuple[int, int]]]:
    """Yield questions with the engine's answers: an area's own figure, and one of a child."""
    for _ in range(QUESTIONS):
        day = chance.day(scheme.first_day)
        area = areas.version_on(db, _somewhere(world, chance, day), day)
        report = coverage.report_of(db, scheme, area, day)
        for row in (report.own, *chance.random.sample(report.children, len(report.children[:2]))):
            cell = chance.random.choice(row.cells)
            yield _question(scheme, cell.indicator, row.area_id, day), (cell.n, cell.N)


def _somewhere(world: oracle.World, chance: worlds.Chance, day: date) -> int:
    """Return an area in which some unit stood on the day, nearer or farther."""
    stays = [one for stays in world.stays.values() for one in stays if one.holds(day)]
    while True:
        steps = [*oracle.upward(world, chance.random.choice(stays).area, day)]
        if steps:
            return chance.random.choice(steps).area


def _question(
    scheme: coverage.Scheme, one: coverage.Indicator, area: int, day: date
) -> oracle.Question:
    is_annual = one.measure is coverage.Measure.TRAINED_THIS_YEAR
    since = max(date(scheme.first_year, 1, 1), date(day.year if is_annual else 1, 1, 1))
    tags = frozenset(tag.value for tag in one.content.tags)
    return oracle.Question(one.group, one.level, area, day, tags, one.content.needs_all, since)
