"""How three lists and a crosswalk become areas that last, versions with dates, and lineage.

An area goes on across a reform only if exactly one old unit became it, as a whole, on the same
level and under the same name. Otherwise the old one ended and a new one began.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from elearn.areas.rules.words import Kind, Level

ROOT = "VN"


@dataclass(frozen=True, slots=True)
class State:
    """A unit as a list shows it for some days; `parent` and keys are those of the lists."""

    code: str
    kind: Kind
    name: str
    parent: str | None
    valid_from: date
    valid_to: date | None = None
    lat: float | None = None
    lon: float | None = None

    def goes_on_as(self, later: "State") -> bool:
        """Return whether the later state only repeats this one."""
        return replace(later, valid_from=self.valid_from, valid_to=self.valid_to) == self


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a list, with its states in order of days."""

    key: str
    level: Level
    states: tuple[State, ...]

    @property
    def name(self) -> str:
        return self.states[-1].name


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the crosswalk: an old unit passed, whole or in part, into a new one."""

    old: str
    new: str
    happened_on: date
    is_whole: bool
    is_default: bool
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A resolution that changes of the lists rest on: those of one level, or of all."""

    number: str
    title: str
    decided_on: date | None
    effective_on: date
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """What the files say: the units that ended, those that began, the crosswalk, the papers."""

    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    steps: tuple[Step, ...]
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to stand in the tables: every area once, higher levels first, and the lineage."""

    units: tuple[Unit, ...]
    lineage: tuple[Step, ...]


def plan(lists: Lists) -> Plan:
    """Join the units that go on across the reform; keep lineage for those that do not."""
    old = {unit.key: unit for unit in lists.old}
    new = {unit.key: unit for unit in lists.new}
    kept = dict(_kept(old, new, lists.steps))
    former = {now: before for before, now in kept.items()}

    def renamed(state: State) -> State:
        return replace(state, parent=former.get(state.parent or "", state.parent))

    ended = [
        replace(unit, states=_joined(unit.states, map(renamed, new[kept[unit.key]].states)))
        if unit.key in kept
        else unit
        for unit in lists.old
    ]
    begun = [
        replace(unit, states=tuple(map(renamed, unit.states)))
        for unit in lists.new
        if unit.key not in former
    ]
    units = sorted([*ended, *begun], key=lambda unit: list(Level).index(unit.level))
    return Plan(
        tuple(units),
        tuple(
            replace(step, new=former.get(step.new, step.new))
            for step in lists.steps
            if step.old not in kept
        ),
    )


def _kept(
    old: dict[str, Unit], new: dict[str, Unit], steps: Sequence[Step]
) -> Iterator[tuple[str, str]]:
    arriving = defaultdict(list)
    for step in steps:
        arriving[step.new].append(step)
    for step, *others in arriving.values():
        before, now = old[step.old], new[step.new]
        if not others and step.is_whole and (before.level, before.name) == (now.level, now.name):
            yield before.key, now.key


def _joined(before: tuple[State, ...], after: Iterable[State]) -> tuple[State, ...]:
    """Return the states in order, one where the later says nothing new."""
    states = list(before)
    for state in after:
        last = states[-1]
        if last.goes_on_as(state):
            states[-1] = replace(last, valid_to=state.valid_to)
        else:
            states[-1] = replace(last, valid_to=state.valid_from - timedelta(days=1))
            states.append(state)
    return tuple(states)


def states_by_day(state: State, kinds: dict[date, Kind]) -> tuple[State, ...]:
    """Return the states of a unit whose type is listed for several days."""
    days = sorted(kinds)
    return _joined(
        (replace(state, kind=kinds[days[0]], valid_from=days[0]),),
        (replace(state, kind=kinds[day], valid_from=day) for day in days[1:]),
    )
