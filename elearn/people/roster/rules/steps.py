"""What a row writes once it is committed: exactly this, decided when it was compared."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from elearn.people.models import UnitKind
from elearn.people.rules import Attainment, EndReason

Told = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class UnitMeant:
    """A unit by its key, or one to be founded: what it is, what it is called, where it stands."""

    id: int | None = None
    kind: UnitKind | None = None
    name: str = ""
    area_id: int | None = None
    parent_id: int | None = None
    #: Its first day; of none, it is there since before our records.
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Begin:
    """A post that is held, or planned for, from a day on."""

    post_key: str
    unit: UnitMeant
    valid_from: date
    valid_to: date | None = None
    decision: str | None = None
    #: Of a post held: why it has ended already.
    end_reason: EndReason | None = None
    #: Of a post planned for: the years, as the paper says.
    term: str | None = None


@dataclass(frozen=True, slots=True)
class Instead:
    """A row that is superseded by one that says the same but for what is told.

    Days are written as 2026-01-31.
    """

    id: int
    told: Told


@dataclass(frozen=True, slots=True)
class Level:
    """A level that was reached, and when, if that is known."""

    level: Attainment
    obtained_on: date | None = None


@dataclass(frozen=True, slots=True)
class CountStep:
    """How many of a group an area had on a day; without a number it did not report."""

    group: str
    as_of: date
    number: int | None
    area_id: int
    #: The paper it rests on, as cited.
    source: str | None = None
    #: The declaration that held when it was compared, which is superseded.
    instead: int | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """All that a row writes; nothing of it is asked again when it is written."""

    #: Columns of the person to be set, as `NewPerson` names them; days as 1984-03-25.
    person: Told = field(default_factory=dict)
    begins: tuple[Begin, ...] = ()
    tenures: tuple[Instead, ...] = ()
    plans: tuple[Begin, ...] = ()
    planned: tuple[Instead, ...] = ()
    levels: tuple[Level, ...] = ()
    #: Of a row that names no person but counts some.
    counts: tuple[CountStep, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is anything to write."""
        of_a_person = (self.person, self.begins, self.tenures, self.plans, self.planned)
        return any((*of_a_person, self.levels, self.counts))


def steps_as_json(steps: Steps) -> dict[str, Any]:
    """Return the steps as they are kept with their row; what is empty is left out."""
    told = {
        "person": dict(steps.person),
        "begins": [_begin_as_json(one) for one in steps.begins],
        "tenures": [[one.id, dict(one.told)] for one in steps.tenures],
        "plans": [_begin_as_json(one) for one in steps.plans],
        "planned": [[one.id, dict(one.told)] for one in steps.planned],
        "levels": [[one.level.value, _written(one.obtained_on)] for one in steps.levels],
        "counts": [_count_as_json(one) for one in steps.counts],
    }
    return {name: some for name, some in told.items() if some}


def steps_from(told: Mapping[str, Any]) -> Steps:
    """Return the steps that `steps_as_json` wrote."""
    return Steps(
        person=told.get("person", {}),
        begins=tuple(map(_begin_from, told.get("begins", ()))),
        tenures=tuple(Instead(key, some) for key, some in told.get("tenures", ())),
        plans=tuple(map(_begin_from, told.get("plans", ()))),
        planned=tuple(Instead(key, some) for key, some in told.get("planned", ())),
        levels=tuple(Level(Attainment(one), _day(on)) for one, on in told.get("levels", ())),
        counts=tuple(_count_from(*one) for one in told.get("counts", ())),
    )


def _count_as_json(one: CountStep) -> list[Any]:
    return [one.group, one.as_of.isoformat(), one.number, one.area_id, one.source, one.instead]


def _count_from(group: str, as_of: str, *rest: Any) -> CountStep:
    return CountStep(group, date.fromisoformat(as_of), *rest)


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _begin_as_json(one: Begin) -> dict[str, Any]:
    unit = one.unit
    told = {
        "post": one.post_key,
        "unit": unit.id,
        "kind": unit.kind.value if unit.kind else None,
        "name": unit.name,
        "area": unit.area_id,
        "parent": unit.parent_id,
        "since": _written(unit.since),
        "from": one.valid_from.isoformat(),
        "to": _written(one.valid_to),
        "decision": one.decision,
        "reason": one.end_reason.value if one.end_reason else None,
        "term": one.term,
    }
    return {name: value for name, value in told.items() if value not in (None, "")}


def _begin_from(told: Mapping[str, Any]) -> Begin:
    kind, reason = told.get("kind"), told.get("reason")
    unit = UnitMeant(
        id=told.get("unit"),
        kind=UnitKind(kind) if kind else None,
        name=told.get("name", ""),
        area_id=told.get("area"),
        parent_id=told.get("parent"),
        since=_day(told.get("since")),
    )
    return Begin(
        post_key=told["post"],
        unit=unit,
        valid_from=date.fromisoformat(told["from"]),
        valid_to=_day(told.get("to")),
        decision=told.get("decision"),
        end_reason=EndReason(reason) if reason else None,
        term=told.get("term"),
    )
