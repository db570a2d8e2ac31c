"""What became of the conditions: met or missing, by how much, and since when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from elearn import clock
from elearn.learning.rules.completion.sets import ConditionKind, State
from elearn.learning.rules.progress import LectureProgress, ModuleProgress, ProgrammeProgress
from elearn.learning.rules.standing import Standing
from elearn.text import Message


@dataclass(frozen=True, slots=True)
class Record:
    """What one person has done: lectures seen, and, where they are kept, marks and attendance.

    `offered` are the keys of the electives to choose from; None: all the programme has.
    """

    progress: ProgrammeProgress
    offered: frozenset[int] | None = None
    quiz_percent: int | None = None
    attendance_percent: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A condition held against a record: how much is done of how much, and what it lacks."""

    kind: ConditionKind
    state: State
    done: int
    needed: int
    told: Message
    modules: tuple[ModuleProgress, ...] = ()  # Those not done.
    met_at: datetime | None = None

    @property
    def lacking(self) -> tuple[LectureProgress, ...]:
        """Return the lectures not yet seen, each once."""
        every = [one for module in self.modules for one in module.lectures if not one.is_seen]
        return tuple({one.code: one for one in every}.values())

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind.value,
            "state": self.state.value,
            "done": self.done,
            "needed": self.needed,
            "told": str(self.told),
            "lacking": [one.code for one in self.lacking],
        }


@dataclass(frozen=True, slots=True)
class Review:
    """Every condition of a rule held against one person's record."""

    outcomes: tuple[Outcome, ...]
    progress: ProgrammeProgress = field(repr=False)

    @property
    def met(self) -> int:
        return sum(one.state is State.MET for one in self.outcomes)

    @property
    def is_complete(self) -> bool:
        return bool(self.outcomes) and self.met == len(self.outcomes)

    @property
    def is_begun(self) -> bool:
        return any(one.is_seen or one.is_under_way for one in self.lectures)

    @property
    def lectures(self) -> Iterator[LectureProgress]:
        for module in self.progress.modules:
            yield from module.lectures

    @property
    def held(self) -> int:
        """Return how many seconds are held of the lectures that are seen."""
        return sum(len(one.held) for one in self._seen())

    @property
    def shared(self) -> int:
        """Return how many of these were shared with others before one screen."""
        return sum(len(one.shared) for one in self._seen())

    @property
    def is_mostly_shared(self) -> bool:
        return 2 * self.shared > self.held

    def _seen(self) -> Iterator[Standing]:
        every = {one.code: one for one in self.lectures}
        return (one.standing for one in every.values() if one.standing and one.is_seen)

    @property
    def met_on(self) -> date | None:
        """Return the day on which the last condition was met."""
        moments = [one.met_at for one in self.outcomes if one.met_at]
        return clock.day_of(max(moments)) if self.is_complete and moments else None

    def as_json(self) -> dict[str, Any]:
        """Return what was found, as plain values to be kept with a decision.

        With each lecture touched, the seconds held of it then and how many were asked for: films
        are renewed, and what people hold only grows.
        """
        met_on = self.met_on.isoformat() if self.met_on else None
        lectures = {
            one.code: _held(one) for one in self.lectures if one.is_seen or one.is_under_way
        }
        outcomes = [one.as_json() for one in self.outcomes]
        return {"met_on": met_on, "outcomes": outcomes, "lectures": lectures}


def shared_percent(kept: Mapping[str, Any]) -> int:
    """Return which part of the seconds was shared, by what was kept of a review; in percent."""
    seen = [one for one in kept.get("lectures", {}).values() if one.get("is_seen")]
    held, shared = (sum(one.get(name, 0) for one in seen) for name in ("held", "shared"))
    return round(100 * shared / held) if held else 0


def _held(lecture: LectureProgress) -> dict[str, Any]:
    standing = lecture.standing
    if standing is None:
        return {}
    seconds = {"held": len(standing.held), "needed": standing.needed, "length": standing.length}
    # By which version of the watch rule: a later one may ask for more than is held.
    by = {"rule": lecture.seen_by} if lecture.seen_by else {}
    shared = {"shared": len(standing.shared)} if standing.shared else {}
    return {"is_seen": lecture.is_seen, **seconds, **shared, **by}
