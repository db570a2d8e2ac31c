"""What became of the conditions: met or missing, by how much, and since when."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from elearn import clock
from elearn.learning.rules.completion.sets import ConditionKind, State
from elearn.learning.rules.progress import LectureProgress, ModuleProgress, ProgrammeProgress
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
        every = (one for module in self.progress.modules for one in module.lectures)
        return any(one.standing is not None and one.standing.is_begun for one in every)

    @property
    def met_on(self) -> date | None:
        """Return the day on which the last condition was met."""
        moments = [one.met_at for one in self.outcomes if one.met_at]
        return clock.day_of(max(moments)) if self.is_complete and moments else None

    def as_json(self) -> dict[str, Any]:
        """Return what was found, as plain values to be kept with a decision."""
        met_on = self.met_on.isoformat() if self.met_on else None
        return {"met_on": met_on, "outcomes": [one.as_json() for one in self.outcomes]}
