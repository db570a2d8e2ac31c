"""The engine and the oracle agree on every figure of worlds made by chance."""

from datetime import UTC, datetime
from random import SystemRandom

import pytest
from sqlalchemy.orm import Session

from elearn import coverage
from elearn.coverage import service
from tests.coverage import worlds
from tests.coverage.answers import Answers
from tests.coverage.oracle import Figure, Oracle
from tests.coverage.questions import Asked, Asking, indicators
from tests.coverage.reading import world_of
from tests.coverage.worlds.chance import Chance
from tests.coverage.worlds.later import Later
from tests.make import coverage as make

FIXED, QUESTIONS, INDICATORS, MOMENTS, ACTS = 1893, 30, 4, 1, 11
LATER = datetime(2026, 11, 22, 6, tzinfo=UTC)


@pytest.mark.parametrize("seed", [FIXED, None], ids=["fixed", "chance"])
def test_every_figure_is_what_plain_counting_gives_also_after_more_has_happened(
    db: Session, seed: int | None
):
    seed = seed or SystemRandom().randrange(10**6)
    chance = Chance(seed)
    worlds.invent(db, seed, worlds.Size(persons=300, units=90, lessons=20))
    scheme = make.counted(db, make.scheme_of(*indicators(chance, INDICATORS)))[0]
    moments = [None, *(chance.moment(chance.day()) for _ in range(MOMENTS))]

    answered = _both(db, seed, scheme, Asking(world_of(db), scheme.indicators, moments))
    Later(db, chance, LATER).act(ACTS)
    service.follow(db, now=LATER)
    answered += _both(db, seed + 1, scheme, Asking(world_of(db), scheme.indicators, [None]))

    assert [one for one in answered if one[-2] != one[-1]] == []
    assert sum(0 < told.reached < told.in_post for *_, told, _ in answered) > 0


def _both(
    db: Session, seed: int, scheme: coverage.Scheme, asking: Asking
) -> list[tuple[int, Asked, Figure, Figure]]:
    """Return questions with what the engine answers, and what the oracle does."""
    chance, engine, plain = Chance(seed), Answers(db, [scheme]), Oracle(asking.world)
    asked = [asking.ask(chance) for _ in range(QUESTIONS)]
    return [
        (seed, one, engine.figure(one), plain.figure(one.question, one.known_at)) for one in asked
    ]
