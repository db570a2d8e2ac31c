"""One figure a scheme is judged by: what is counted, of whom, of which content, since when."""

from dataclasses import dataclass
from datetime import date

from elearn.areas import LEVEL_NAMES, Level
from elearn.catalogue import ContentTag, Mode
from elearn.coverage.rules.measures import (
    ADDITIVE,
    DIRECTION_NAMES,
    FORM_NOTES,
    MEASURE_NOTES,
    ORGANISER_NAMES,
    SHARES,
    CountingWindow,
    Direction,
    Measure,
    all_told,
)
from elearn.coverage.rules.targets import Target
from elearn.learning import CompletionForm
from elearn.people import EndReason
from elearn.text import Message, msg


@dataclass(frozen=True, slots=True)
class Content:
    """What a completion must be about: any of the tags, or all of them; no tag is anything."""

    tags: frozenset[ContentTag]
    needs_all: bool = False


@dataclass(frozen=True, slots=True)
class Exclusion:
    """That units marked as left out are not counted, on days from the first to the last."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure a scheme is judged by: a measure of a group at a level, or at all levels."""

    group: str
    group_name: str
    level: Level | None
    measure: Measure
    content: Content
    targets: tuple[Target, ...] = ()
    #: The post for which the group is planned (quy hoạch), if that is what makes the group.
    planned_for: str | None = None
    #: How it must have been completed or held; nothing where any form counts.
    forms: frozenset[CompletionForm] = frozenset()
    window: CountingWindow = CountingWindow.SCHEME
    #: The first day from which anything counts, whatever the window.
    first_day: date = date.min
    #: How many different programmes a year must bring.
    min_contents: int = 1
    #: How many days of a spell of holding one is new in post, the first included.
    new_within_days: int = 180
    #: Of which level the area of a class must be; nothing where any may hold it.
    organiser: Level | None = None
    #: How many must take part in a class for it to be counted.
    min_class_size: int = 0
    #: Of changes only: who is counted, and for which reasons she left; none named is any.
    direction: Direction | None = None
    end_reasons: frozenset[EndReason] = frozenset()
    #: On which days units marked as left out are not counted; nothing where all are.
    exclusion: Exclusion | None = None
    decimals: int = 2
    #: Sets it apart from another of the same kind: a word for its key, and words for people.
    variant: str = ""
    label: str = ""
    #: The decision or document that asks for it.
    source: str = ""
    #: Its version in the database, and which it is; nothing as long as it stands in a file only.
    version_id: int | None = None
    number: int | None = None

    @property
    def key(self) -> str:
        """Return its name in addresses: "branch_head.branch", "branch_head.branch.turnover.in"."""
        parts = [
            self.group,
            self.level or "all",
            "" if self.measure is Measure.TRAINED else self.measure,
            self.direction or "",
            self.organiser or "",
            "-".join(sorted(self.forms)),
            self.variant,
        ]
        return ".".join(part for part in parts if part)

    @property
    def is_share(self) -> bool:
        """Return whether it is told as so many of so many."""
        return self.measure in SHARES

    @property
    def is_additive(self) -> bool:
        """Return whether it is told as a number that adds up: turns, classes, changes."""
        return self.measure in ADDITIVE

    @property
    def modes(self) -> frozenset[Mode]:
        """Return how a class must be held, if it matters."""
        return frozenset(mode for mode in Mode if mode.value in self.forms)

    @property
    def note(self) -> Message | None:
        """Return how it is counted, where that is not simply who was trained."""
        return all_told(tuple(self._notes()))

    def _notes(self) -> list[Message]:
        told = [
            MEASURE_NOTES.get(self.measure),
            DIRECTION_NAMES.get(self.direction) if self.direction else None,
            ORGANISER_NAMES.get(self.organiser) if self.organiser else None,
            *(FORM_NOTES[form] for form in sorted(self.forms)),
            Message(self.label) if self.label else None,
        ]
        return [one for one in told if one is not None]

    @property
    def level_name(self) -> Message:
        return LEVEL_NAMES[self.level] if self.level else msg("Các cấp")

    def since(self, day: date) -> date:
        """Return the first day on which what was done counts for a figure of the day."""
        if self.window is CountingWindow.EVER:
            return date.min
        year = date(day.year, 1, 1) if self.window is CountingWindow.YEAR else self.first_day
        return max(self.first_day, year)

    def target_on(self, day: date) -> Target | None:
        """Return the target that a figure of the day is held against: the next still to come."""
        ordered = sorted(self.targets, key=lambda target: target.year or 0)
        coming = (one for one in ordered if one.year is None or one.year >= day.year)
        return next(coming, ordered[-1] if ordered else None)
