"""Visits of different persons that begin, go and end alike, again and again."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from elearn import clock
from elearn.learning.rules import Form, Seconds
from elearn.learning.signals.rules.found import MOST_SESSIONS, Found, Key, Trace
from elearn.learning.signals.rules.kinds import SignalKind
from elearn.learning.signals.rules.measures import Measures, Traces

CROWD = timedelta(minutes=1)
Pair = frozenset[int]


class Side(NamedTuple):
    """One of two visits that were alike."""

    session_id: int
    person_id: int
    version_id: int
    opened_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Twin:
    """Two visits of two persons to one film that were alike, the earlier one first."""

    first: Side
    second: Side
    began_at: datetime

    @property
    def pair(self) -> Pair:
        return frozenset({self.first.person_id, self.second.person_id})


def twins_of(traces: Iterable[Trace], measure: Traces) -> Iterator[Twin]:
    """Yield the visits that were alike; those that began in a crowd are left out.

    Left out is also what was played without a line or before one screen: a file with the phones
    of a whole village comes in at one moment.
    """
    films: dict[int, list[Trace]] = defaultdict(list)
    for one in traces:
        if one.is_live:
            films[one.version_id].append(one)
    for film in films.values():
        begun = sorted(one.first_at for one in film)
        alone = [one for one in film if others_near(begun, one.first_at, measure) < measure.crowd]
        for alike in _alike(alone, measure):
            yield from _pairs(alike, timedelta(seconds=measure.seconds))


def others_near(begun: Sequence[datetime], at: datetime, measure: Traces) -> int:
    """Return how many began within a minute, but not at that very moment; `begun` is in order."""
    moment = timedelta(seconds=measure.seconds)
    return _between(begun, at, CROWD) - _between(begun, at, moment)


def _between(begun: Sequence[datetime], at: datetime, around: timedelta) -> int:
    return bisect_right(begun, at + around) - bisect_left(begun, at - around)


def _alike(film: Iterable[Trace], measure: Traces) -> Iterator[list[Trace]]:
    """Yield the visits that claimed just the same seconds, enough of them, by when they began."""
    same: dict[tuple[Form, bytes], list[Trace]] = defaultdict(list)
    for one in film:
        same[one.form, one.claimed].append(one)
    for (_, claimed), visits in same.items():
        if len(visits) > 1 and len(Seconds.from_bytes(claimed)) >= measure.claimed_seconds:
            yield sorted(visits, key=lambda one: one.first_at)


def _pairs(visits: Sequence[Trace], moment: timedelta) -> Iterator[Twin]:
    for place, one in enumerate(visits):
        for other in visits[place + 1 :]:
            if other.first_at - one.first_at > moment:
                break
            if abs(other.last_at - one.last_at) <= moment and one.person_id != other.person_id:
                first, second = sorted((one, other), key=lambda side: side.session_id)
                yield Twin(_side(first), _side(second), one.first_at)


def _side(one: Trace) -> Side:
    return Side(one.session_id, one.person_id, one.version_id, one.opened_at, one.last_at)


def groups_of(twins: Iterable[Twin], measures: Measures) -> Iterator[Found]:
    """Yield the signals of persons who were alike in several films; who hang together are one."""
    by_pair: dict[Pair, list[Twin]] = defaultdict(list)
    for one in twins:
        by_pair[one.pair].append(one)
    lectures = {pair: len({one.first.version_id for one in own}) for pair, own in by_pair.items()}
    notable = [pair for pair, count in lectures.items() if count >= measures.traces.lectures]
    for group in _joined(notable):
        pairs = [pair for pair in notable if pair <= group]
        own = [one for pair in pairs for one in by_pair[pair]]
        yield _found(group, own, max(lectures[pair] for pair in pairs), measures)


def _joined(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the groups into which pairs join that have a person in common."""
    groups: list[Pair] = []
    for pair in pairs:
        near = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair]
        groups.append(pair.union(*near))
    return groups


def _found(group: Pair, twins: Sequence[Twin], lectures: int, measures: Measures) -> Found:
    sides = {side.session_id: side for one in twins for side in (one.first, one.second)}
    latest = sorted(sides.values(), key=lambda side: side.opened_at)
    began = clock.day_of(latest[0].opened_at)
    return Found(
        Key(SignalKind.TRACES, f"{min(group)}:{began}"),
        weight=lectures,
        measure=measures.traces.lectures,
        numbers={"persons": len(group), "visits": len(sides)},
        first_at=latest[0].opened_at,
        last_at=max(side.last_at for side in latest),
        person_ids=group,
        session_ids=frozenset(side.session_id for side in latest[-MOST_SESSIONS:]),
    )
