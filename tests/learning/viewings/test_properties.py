"""Stretches in any order, twice, in pieces and late: the same maps, never more than was played."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from elearn import catalogue, media
from elearn.learning import Seconds
from elearn.learning.viewings.rules import Brought
from elearn.people import OrgUnit, Person
from tests import own
from tests.learning.viewings.leading import (
    LENGTH,
    Leader,
    maps,
    moment,
    seconds,
    sitters,
    stretch,
)

few = settings(
    max_examples=2 if own.is_postgresql() else 5,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@dataclass(frozen=True)
class Scene:
    """Some who sat there while a part was played, and how often and how late it is reported."""

    present: frozenset[int]
    start: int
    lasts: int
    copies: int
    cut: int


scenes = st.builds(
    Scene,
    present=st.frozensets(st.integers(0, 3), min_size=1),
    start=st.integers(0, LENGTH - 60),
    lasts=st.integers(2, 60),
    copies=st.integers(1, 2),
    cut=st.integers(1, 60),
)


def said(number: int, scene: Scene, women: Sequence[Person]) -> list[Brought]:
    """Return the reports of a scene: as it grew, and the whole of it again."""
    present = [women[one] for one in sorted(scene.present)]
    end, middle = scene.start + scene.lasts, scene.start + min(scene.cut, scene.lasts)
    time = (100 * number, 100 * number + scene.lasts)
    whole = stretch(number, present, (scene.start, end), at=time)
    part = replace(whole, ranges=((scene.start, middle),))
    return [part, *[whole] * scene.copies]


@few
@given(played=st.lists(scenes, min_size=1, max_size=6), draw=st.data(), led=st.integers(1, LENGTH))
def test_the_same_maps_however_the_stretches_come(  # noqa: PLR0913  # What is drawn, and where.
    db: Session,
    unit: OrgUnit,
    leader: Leader,
    film: tuple[catalogue.Lecture, media.Playable],
    played: list[Scene],
    draw: Any,
    led: int,
):
    with db.begin_nested() as example:
        women, viewing = sitters(db, unit, 4), leader.open(film)
        reports = [one for n, scene in enumerate(played) for one in said(n, scene, women)]
        for one in draw.draw(st.permutations(reports)):
            assert leader.say(viewing, one, at=3600).refused == ()
        leader.play((0, led), at=3600)
        leader.state(viewing, at=3700)

        held = maps(db, viewing)
        for place, one in enumerate(women):
            sat = [s for s in played if place in s.present]
            heard = seconds(*((s.start, s.start + s.lasts) for s in sat)) & seconds((0, led))
            assert held.get(one.id, (Seconds(), Seconds())) == (heard, heard)
        example.rollback()


claims = st.tuples(
    st.integers(0, 3), st.integers(0, LENGTH - 1), st.integers(1, LENGTH), st.integers(0, 900)
)


@few
@given(forged=st.lists(st.tuples(st.integers(0, 60), claims), min_size=1, max_size=8))
def test_never_more_than_twice_the_clock_over_all_stretches(
    db: Session,
    unit: OrgUnit,
    leader: Leader,
    film: tuple[catalogue.Lecture, media.Playable],
    forged: list[tuple[int, Any]],
):
    with db.begin_nested() as example:
        women, viewing, now = sitters(db, unit, 4), leader.open(film), 0
        for waited, (number, start, count, lasts) in forged:
            now += waited
            span = (start, min(start + count, LENGTH))
            leader.say(viewing, stretch(number, [women[number]], span, at=(0, lasts)), at=now)
        leader.play((0, LENGTH), at=now)
        leader.state(viewing, at=now)

        assert sum(len(shared) for _, shared in maps(db, viewing).values()) <= 2 * now
        assert viewing.ended_at == moment(now)
        example.rollback()
