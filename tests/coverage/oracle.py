"""Slow and obviously right: the figures of coverage by plain loops over plain rows.

It knows the definitions and nothing of the engine: no query, no path of an area, no table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Spell:
    """Some days of something: until when is open where `last` is None."""

    first: date
    last: date | None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Within(Spell):
    """An area lay in another; the country lies in none."""

    area: int
    parent: int | None
    is_superseded: bool


@dataclass(frozen=True)
class Stay(Spell):
    """A unit stood in an area."""

    unit: int
    area: int


@dataclass(frozen=True)
class Held(Spell):
    """An entry of a person held a post in a unit."""

    person: int
    post: str
    unit: int
    is_superseded: bool


@dataclass(frozen=True)
class Belonging(Spell):
    """Holding a post put people into a group."""

    post: str
    group: str


@dataclass(frozen=True)
class Done:
    """An entry of a person completed a programme on a day."""

    person: int
    programme: int
    on: date
    is_superseded: bool


@dataclass
class World:
    """Everything that is so."""

    same_as: dict[int, int | None]
    levels: dict[str, str]
    tags: dict[int, set[str]]
    #: By the area, and by the unit.
    withins: dict[int, list[Within]]
    stays: dict[int, list[Stay]]
    held: list[Held]
    belongings: list[Belonging]
    done: list[Done]


@dataclass(frozen=True)
class Question:
    """A figure that is asked for: whose, where, when, and what counts as trained."""

    group: str
    level: str | None
    area: int
    day: date
    tags: frozenset[str]
    needs_all: bool
    since: date


def figure(world: World, asked: Question) -> tuple[int, int]:
    """Return how many persons were trained, and how many were in post."""
    posts = _posts(world, asked)
    in_post = {
        _whole(world, one.person)
        for one in world.held
        if one.post in posts and _counts(world, asked, one)
    }
    trained = {_whole(world, one.person) for one in world.done if _fits(world, asked, one)}
    return len(in_post & trained), len(in_post)


def _whole(world: World, person: int) -> int:
    """Return the human being behind an entry."""
    return world.same_as[person] or person


def _counts(world: World, asked: Question, one: Held) -> bool:
    if one.is_superseded or not one.holds(asked.day):
        return False
    return any(
        stay.holds(asked.day) and _lies_in(world, asked, stay.area)
        for stay in world.stays[one.unit]
    )


def _posts(world: World, asked: Question) -> set[str]:
    """Return the posts that put people into the group on the day, of the level asked for."""
    belonging = {
        one.post for one in world.belongings if one.group == asked.group and one.holds(asked.day)
    }
    return {post for post in belonging if asked.level in (None, world.levels[post])}


def _lies_in(world: World, asked: Question, area: int) -> bool:
    """Return whether an area stood on the day and was the one asked for, or lay in it."""
    return any(step.area == asked.area for step in upward(world, area, asked.day))


def upward(world: World, area: int | None, day: date) -> Iterable[Within]:
    """Yield the area and what it lay in on the day, step by step up to the country."""
    while area is not None:
        known = [one for one in world.withins.get(area, ()) if not one.is_superseded]
        steps = [one for one in known if one.holds(day)]
        if not steps:
            return
        yield steps[0]
        area = steps[0].parent


def _fits(world: World, asked: Question, one: Done) -> bool:
    if one.is_superseded or not asked.since <= one.on <= asked.day:
        return False
    has = world.tags[one.programme] & asked.tags
    return has == asked.tags if asked.needs_all else bool(has)
