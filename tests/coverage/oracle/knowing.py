"""What was known at a moment: the rows held for true then, and who was thought to be who."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, TypeVar

from tests.coverage.oracle.rows import (
    Days,
    Join,
    Lesson,
    Paper,
    Passage,
    Stay,
    Turn,
    Version,
    World,
    Written,
)


class _Row(Protocol):
    @property
    def written(self) -> Written: ...


Row = TypeVar("Row", bound=_Row)
T = TypeVar("T")


@dataclass
class Known:
    """The world as it was known; nothing in it was doubted then."""

    world: World
    #: The human being behind each entry.
    whole: dict[int, int]
    #: By area, by unit, and by the area that passed into another or that it passed into.
    versions: dict[int, list[Version]]
    stays: dict[int, list[Stay]]
    heirs: dict[int, list[Passage]]
    origins: dict[int, list[Passage]]


def known(world: World, moment: datetime | None) -> Known:
    """Return what was known at a moment, or is now."""
    versions = _rows(world.versions, moment)
    standing = {one.area for one in versions}
    told = {one.id: one.state_at for one in world.lessons}
    seen = replace(
        world,
        held=_rows(world.held, moment),
        planned=_rows(world.planned, moment),
        exclusions=_rows(world.exclusions, moment),
        stays=[_stay(one, moment) for one in world.stays if _was(one.recorded, moment)],
        versions=versions,
        passages=[one for one in world.passages if one.new in standing],
        done=_rows(world.done, moment),
        lessons=[_lesson(one, moment) for one in world.lessons],
        turns=[_turn(one, told, moment) for one in world.turns if _was(one.joined, moment)],
        papers=[_paper(one, moment) for one in world.papers if _was(one.at, moment)],
    )
    return Known(
        seen,
        _wholes(world, moment),
        versions=_by(seen.versions, lambda one: one.area),
        stays=_by(seen.stays, lambda one: one.unit),
        heirs=_by(seen.passages, lambda one: one.old),
        origins=_by(seen.passages, lambda one: one.new),
    )


def _by(rows: Iterable[T], key: Callable[[T], int]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for one in rows:
        found[key(one)].append(one)
    return found


def _was(at: datetime | None, moment: datetime | None) -> bool:
    """Return whether something written at a time, or at no known time, was known at the moment."""
    return at is None or moment is None or at <= moment


def _rows(rows: Iterable[Row], moment: datetime | None) -> list[Row]:
    return [one for one in rows if one.written.is_known(moment)]


def _stay(one: Stay, moment: datetime | None) -> Stay:
    return one if _was(one.end_recorded, moment) else one._replace(days=Days(one.days.first, None))


def _lesson(one: Lesson, moment: datetime | None) -> Lesson:
    return one if _was(one.state_at, moment) else one._replace(state="open")


def _turn(one: Turn, told: dict[int, datetime], moment: datetime | None) -> Turn:
    return one._replace(
        left=one.left if _was(one.left, moment) else None,
        completed=one.completed if _was(told[one.lesson], moment) else None,
    )


def _paper(one: Paper, moment: datetime | None) -> Paper:
    return one._replace(ends=tuple(end for end in one.ends if _was(end[1], moment)))


def _wholes(world: World, moment: datetime | None) -> dict[int, int]:
    """Return who stood for each entry: everything said of them is said again, in order."""
    if moment is None:
        return {entry: same or entry for entry, same in world.same_as.items()}
    spoken = _spoken(world.joins)
    whole = {
        entry: _at_first(entry, same, spoken.get(entry, []))
        for entry, same in world.same_as.items()
    }
    for at, is_joining, join in sorted(_said(world.joins), key=lambda said: said[0]):
        if not _was(at, moment):
            break
        for entry in join.followers:
            whole[entry] = join.whole if is_joining else join.person
        whole[join.person] = join.whole if is_joining else join.person
    return whole


def _said(joins: Iterable[Join]) -> Iterable[tuple[datetime, bool, Join]]:
    for join in joins:
        yield join.joined, True, join
        if join.undone is not None:
            yield join.undone, False, join


def _spoken(joins: Iterable[Join]) -> dict[int, list[Join]]:
    """Return, by entry, the joins that moved it."""
    found: dict[int, list[Join]] = {}
    for join in joins:
        for entry in (join.person, *join.followers):
            found.setdefault(entry, []).append(join)
    return found


def _at_first(entry: int, same: int | None, spoken: list[Join]) -> int:
    """Return who stood for an entry before anything was said that we have written down."""
    if not spoken:
        return same or entry
    first = min(spoken, key=lambda join: join.joined)
    return first.person
