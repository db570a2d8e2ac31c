"""Plain rows: what is written down of the world."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included; open where there is no last."""

    first: date
    last: date | None

    def hold(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Written:
    """When something was written down, and when it was known to be otherwise."""

    recorded: datetime
    superseded: datetime | None

    def is_known(self, moment: datetime | None) -> bool:
        if moment is None:
            return self.superseded is None
        return self.recorded <= moment and (self.superseded is None or moment < self.superseded)


class Join(NamedTuple):
    """An entry was joined to another with those it stood for, and perhaps parted again."""

    id: int
    person: int
    whole: int
    followers: frozenset[int]
    joined: datetime
    undone: datetime | None


class Held(NamedTuple):
    """An entry of a person held a post in a unit, or was planned for it."""

    person: int
    post: str
    unit: int
    days: Days
    written: Written
    reason: str | None = None


class Belonging(NamedTuple):
    """Holding a post put people into a group."""

    post: str
    group: str
    days: Days


class Exclusion(NamedTuple):
    """A unit was left out of evaluation."""

    unit: int
    days: Days
    written: Written


class Stay(NamedTuple):
    """A unit stood in an area; since when its first day is known, and since when its last."""

    unit: int
    area: int
    days: Days
    recorded: datetime | None
    end_recorded: datetime | None


class Version(NamedTuple):
    """An area lay, on some days, in others: the country first, itself last."""

    area: int
    path: tuple[int, ...]
    days: Days
    written: Written


class Passage(NamedTuple):
    """An area or a part of it passed into another."""

    old: int
    new: int
    on: date
    is_whole: bool
    is_default: bool
    km: float | None


class Done(NamedTuple):
    """An entry of a person completed a version of a programme on a day."""

    id: int
    person: int
    version: int
    form: str
    on: date
    written: Written


class Lesson(NamedTuple):
    """A class: what it teaches, where, from when, and what became of it at which moment."""

    id: int
    version: int
    area: int
    starts: date
    state: str
    state_at: datetime


class Turn(NamedTuple):
    """An entry of a person took part in a class."""

    lesson: int
    person: int
    joined: datetime
    left: datetime | None
    completed: date | None
    done: int | None


class Paper(NamedTuple):
    """An entry of a person was given a certificate for a class; the days its ends began."""

    person: int
    lesson: int
    kind: str
    on: date
    at: datetime
    ends: tuple[tuple[date, datetime], ...]


@dataclass
class World:
    """Everything that is written down, as the tables have it."""

    same_as: dict[int, int | None]
    joins: list[Join]
    held: list[Held]
    planned: list[Held]
    belongings: list[Belonging]
    exclusions: list[Exclusion]
    stays: list[Stay]
    versions: list[Version]
    passages: list[Passage]
    done: list[Done]
    lessons: list[Lesson]
    turns: list[Turn]
    papers: list[Paper]
    #: The level of each post and of each area.
    post_levels: dict[str, str]
    area_levels: dict[int, str]
    #: Of each version of a programme: what it is about, which programme it is, and how it is held.
    tags: dict[int, frozenset[str]]
    programmes: dict[int, int]
    modes: dict[int, str]
