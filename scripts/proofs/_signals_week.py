"""A week of evenings: honest people in all their ways, and some that are not to be overlooked."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from elearn.learning import Seconds
from elearn.learning.signals.rules import SignalKind

#: A Monday, midnight where the users live.
MONDAY = datetime(2026, 11, 15, 17, tzinfo=UTC)
FILMS, LENGTH = 80, 2_700
SECOND, MINUTE, HOUR, DAY = (timedelta(seconds=one) for one in (1, 60, 3_600, 86_400))
#: The service is away while films, which are served elsewhere, play on.
AWAY = MONDAY + 3 * DAY + 20 * HOUR, MONDAY + 3 * DAY + 20 * HOUR + 50 * MINUTE
Group = frozenset[int]


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit as it comes to be on record."""

    person: int
    film: int
    at: datetime
    browser: str
    claimed: Seconds
    refused: int = 0
    lasted: timedelta = 45 * MINUTE
    ahead_ms: int = 0


@dataclass(slots=True)
class Week:
    """Everybody's visits, and what there is to be found in them."""

    people: int
    chance: Random
    visits: list[Visit] = field(default_factory=list)
    planted: dict[SignalKind, set[Group]] = field(default_factory=lambda: defaultdict(set))
    #: Whose seconds went beyond the clock because the service was away.
    explained: set[Group] = field(default_factory=set)

    def filled(self) -> "Week":
        """Return the week once everybody has watched."""
        persons = iter(range(self.people))
        every = max(1, self.people // 1_000)
        for number in range(every):
            self._hall([next(persons) for _ in range(40)])
            self._office([next(persons) for _ in range(7)])
            self._sent_fast(next(persons))
            self._device([next(persons) for _ in range(8 + number % 23)])
            self._alike([next(persons) for _ in range(2 + number % 19)])
            self._leaping(next(persons))
            self._away(next(persons))
        rest = list(persons)
        while rest:
            self._household([rest.pop() for _ in range(min(len(rest), self.chance.randint(1, 6)))])
        return self

    def _whole(self) -> Seconds:
        """Return most of a film, as somebody watches it who does not skip."""
        return Seconds.of([(0, LENGTH - self.chance.choice([0, 0, 0, 7, 40]))], LENGTH)

    def _evening(self, day: int) -> datetime:
        return MONDAY + day * DAY + 19 * HOUR + self.chance.random() * 3 * HOUR

    def _household(self, persons: Sequence[int]) -> None:
        """One telephone; its clock may be wrong, or was set right once, or reports come late."""
        browser, kind = f"household {persons[0]}", self.chance.random()
        wrong = self.chance.randint(-600, 600) * 60_000 if kind < 0.07 else 0
        for person in persons:
            for day in sorted(self.chance.sample(range(7), 3)):
                ahead = wrong if kind < 0.05 or day < 3 else 0
                late = self.chance.randint(30, 600) if self.chance.random() < 0.05 else 0
                at, film = self._evening(day), self.chance.randrange(FILMS)
                self._add(person, film, at, browser, refused=late, ahead_ms=ahead)

    def _add(self, person: int, film: int, at: datetime, browser: str, **more: Any) -> None:
        self.visits.append(Visit(person, film, at, browser, self._whole(), **more))

    def _hall(self, persons: Sequence[int]) -> None:
        """Forty in a hall, each with her own telephone, press at a word, five films long."""
        afternoon = MONDAY + self.chance.randrange(7) * DAY + 13 * HOUR
        for film in range(5):
            for person in persons:
                at = afternoon + film * 50 * MINUTE + self.chance.random() * 40 * SECOND
                self._add(person, film, at, f"own {person}")

    def _office(self, persons: Sequence[int]) -> None:
        for person in persons:
            at = self._evening(self.chance.randrange(7))
            self._add(person, person % FILMS, at, f"office {persons[0]}")

    def _sent_fast(self, person: int) -> None:
        """A film in one go: it was claimed within five minutes."""
        at, whole = self._evening(2), Seconds.of([(0, LENGTH)], LENGTH)
        self.visits.append(Visit(person, 1, at, f"own {person}", whole, 1_500, 5 * MINUTE))
        self.planted[SignalKind.SPEED].add(frozenset({person}))

    def _device(self, persons: Sequence[int]) -> None:
        for person in persons:
            at = self._evening(self.chance.randrange(7))
            self._add(person, person % FILMS, at, f"device {persons[0]}")
        self.planted[SignalKind.DEVICE].add(frozenset(persons))

    def _alike(self, persons: Sequence[int]) -> None:
        """One script for several accounts, a film an evening."""
        whole = self._whole()
        for day in range(4):
            at = self._evening(day)
            for place, person in enumerate(persons):
                moment = at + place * 0.05 * SECOND
                self.visits.append(Visit(person, day, moment, f"own {person}", whole))
        self.planted[SignalKind.TRACES].add(frozenset(persons))

    def _leaping(self, person: int) -> None:
        for day in range(5):
            ahead = day % 2 * self.chance.randint(15, 900) * 60_000
            self._add(person, day, self._evening(day), f"own {person}", ahead_ms=ahead)
        self.planted[SignalKind.CLOCK].add(frozenset({person}))

    def _away(self, person: int) -> None:
        """She watched on while no report came through, and the rest came in one go."""
        begun = AWAY[0] + self.chance.random() * 10 * MINUTE
        self._add(person, 2, begun, f"own {person}", refused=1_800)
        self.planted[SignalKind.SPEED].add(frozenset({person}))
        self.explained.add(frozenset({person}))


def in_order(week: Week) -> Iterator[Visit]:
    """Give the visits as they were opened."""
    yield from sorted(week.visits, key=lambda one: one.at)
