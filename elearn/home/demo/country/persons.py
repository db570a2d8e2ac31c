"""Invented persons with their posts, as rows; one in many stands twice, and is joined."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from typing import Any

from elearn.home.demo.country.bodies import Bodies, Home
from elearn.home.demo.country.careers import COUNTS, TODAY, Spell, career
from elearn.home.demo.country.names import Name, names_of
from elearn.home.demo.country.offers import POSTS
from elearn.people import Gender

PAPER = "Minh họa"
PERSON = (
    *("id", "full_name", "given_name", "name_folded", "sort_key"),
    *("born_on", "birth_year", "gender", "phone", "same_as_id"),
)
TENURE = (
    *("id", "person_id", "post_key", "org_unit_id", "valid_from", "valid_to"),
    *("decision", "end_reason", "recorded_at"),
)
PLANNED = (
    "person_id",
    "post_key",
    "org_unit_id",
    "valid_from",
    "valid_to",
    "decision",
    "recorded_at",
)
JOINED = ("person_id", "whole_id", "joined_at")
_AT_ONCE = 20_000
_PHONES = 1_000_000  # 0900 000 000 to 0900 999 999 belong to nobody.
_TWICE, _PLANNED = 500, 100
_OPEN = date.max.toordinal()
_DAYS = {
    day: date.fromordinal(day).isoformat() for day in range(693_000, TODAY.toordinal() + 2_000)
}


@dataclass(slots=True)
class Batch:
    """Rows of some persons, to be written together."""

    persons: list[tuple[Any, ...]] = field(default_factory=list)
    tenures: list[tuple[Any, ...]] = field(default_factory=list)
    planned: list[tuple[Any, ...]] = field(default_factory=list)
    #: The tenures once more, in numbers: of which of these persons, the post, the days.
    held: list[tuple[int, int, int, int]] = field(default_factory=list)
    #: Which home each of these persons is of.
    homes: list[int] = field(default_factory=list)
    joined: list[tuple[Any, ...]] = field(default_factory=list)


@dataclass(slots=True)
class Maker:
    """Invents persons one after another; `moment` is when they were written down."""

    chance: Random
    bodies: Bodies
    first_key: int
    moment: str
    tenures: int = 0

    def batches(self, people: int) -> Iterator[Batch]:
        """Yield so many persons, commune by commune, with three times as many tenures."""
        batch, homes = Batch(), self.bodies.homes
        for number in range(people):
            batch.homes.append(number * len(homes) // people)
            self._person(batch, number, homes[batch.homes[-1]], _count(number, people))
            if len(batch.persons) == _AT_ONCE:
                yield batch
                batch = Batch()
        yield batch

    def _person(self, batch: Batch, number: int, home: Home, count: int) -> None:
        chance, key = self.chance, self.first_key + number
        spells = career(chance, self.bodies, home, count)
        is_man = spells[0].post.startswith("commune_c") and chance.random() < 0.5
        is_again = number % _TWICE == _TWICE - 1
        if is_again:
            before = batch.persons[-1]
            name, whole = Name(before[1], before[2], before[3], before[4]), key - 1
            batch.joined.append((key, whole, self.moment))
        else:
            name, whole = names_of(chance, home.province_code, is_man=is_man), None
        year = 1958 + int(chance.random() * 40)
        born = f"{year}-{1 + int(chance.random() * 12):02}-{1 + int(chance.random() * 28):02}"
        batch.persons.append(
            (
                *(key, name.full, name.given, name.folded, name.sort_key),
                *(born if chance.random() < 0.7 else None, year),
                Gender.MALE.value if is_man else Gender.FEMALE.value,
                f"0{900_000_000 + number % _PHONES}" if chance.random() < 0.7 else None,
                whole,
            )
        )
        self._hold(batch, key, spells)
        if number % _PLANNED == 0:
            batch.planned.append(_planned(key, home, self.moment))

    def _hold(self, batch: Batch, person_id: int, spells: list[Spell]) -> None:
        place = len(batch.persons) - 1
        for spell in spells:
            self.tenures += 1
            batch.tenures.append((self.tenures, *_tenure(person_id, spell, self.moment)))
            last = _OPEN if spell.last is None else spell.last
            batch.held.append((place, POSTS[spell.post], spell.first, last))


def _count(number: int, people: int) -> int:
    """Return how many posts somebody holds and held: three at the mean, exactly."""
    whole_rounds = people - people % len(COUNTS)
    return COUNTS[number % len(COUNTS)] if number < whole_rounds else 3


def _tenure(person_id: int, spell: Spell, moment: str) -> tuple[Any, ...]:
    last = None if spell.last is None else _DAYS[spell.last]
    reason = spell.reason.value if spell.reason else None
    return person_id, spell.post, spell.body, _DAYS[spell.first], last, PAPER, reason, moment


def _planned(person_id: int, home: Home, moment: str) -> tuple[Any, ...]:
    union = home.union.after
    return person_id, "commune_union_chair", union, "2025-07-01", "2030-06-30", PAPER, moment


def told_to_databases(moment: datetime) -> str:
    """Return a moment in UTC as both databases take it from a text."""
    return f"{moment:%Y-%m-%d %H:%M:%S.%f}"
