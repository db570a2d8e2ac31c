"""How far a person is with a programme, and the one thing to do next."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from operator import itemgetter
from typing import Self

from elearn.learning.rules.standing import Standing


@dataclass(frozen=True, slots=True)
class LectureProgress:
    """A lecture of a programme, what can be played of it, and how far she is with it."""

    code: str
    title: str
    standing: Standing | None  # None: its film is not ready yet.
    size: int = 0  # Bytes of the video she would be given.
    changed_at: datetime | None = None
    seen_at: datetime | None = None
    #: The version of the watch rule by which it was seen, where that was written down.
    seen_by: int | None = None

    @property
    def is_playable(self) -> bool:
        return self.standing is not None

    @property
    def is_seen(self) -> bool:
        return self.standing is not None and self.standing.is_seen

    @property
    def is_under_way(self) -> bool:
        return self.standing is not None and self.standing.is_begun and not self.is_seen

    @property
    def share(self) -> float:
        """Return how much of it is held, of 1; all of it once it counts."""
        if self.is_seen:
            return 1.0
        standing = self.standing
        return len(standing.held) / standing.length if standing and standing.length else 0.0

    @property
    def rest(self) -> int:
        """Return how many seconds are still to be watched for it to count."""
        return self.standing.lacking if self.standing else 0


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    """A module of a programme and its lectures."""

    id: int
    title: str
    is_required: bool
    lectures: tuple[LectureProgress, ...]

    @property
    def seen(self) -> int:
        """Return how many of its lectures are seen."""
        return sum(lecture.is_seen for lecture in self.lectures)

    @property
    def is_seen(self) -> bool:
        return bool(self.lectures) and self.seen == len(self.lectures)


@dataclass(frozen=True, slots=True)
class ProgrammeProgress:
    """A programme she has a place on, module by module."""

    code: str
    title: str
    min_electives: int
    modules: tuple[ModuleProgress, ...]

    def offering(self, electives: Collection[int]) -> Self:
        """Return it with only these of its electives to choose from, by their keys."""
        there = tuple(one for one in self.modules if one.is_required or one.id in electives)
        return replace(self, modules=there)

    @property
    def required(self) -> tuple[LectureProgress, ...]:
        return tuple(self._lectures(is_required=True))

    @property
    def electives(self) -> tuple[ModuleProgress, ...]:
        return tuple(module for module in self.modules if not module.is_required)

    @property
    def seen(self) -> int:
        """Return how many of the required lectures are seen."""
        return sum(lecture.is_seen for lecture in self.required)

    @property
    def rest(self) -> int:
        """Return how many seconds of the required lectures are still to be watched."""
        return sum(lecture.rest for lecture in self.required)

    @property
    def awaited(self) -> int:
        """Return how many of the required lectures cannot be played yet: `rest` is without them."""
        return sum(not lecture.is_playable for lecture in self.required)

    @property
    def electives_seen(self) -> int:
        return sum(module.is_seen for module in self.electives)

    @property
    def is_seen(self) -> bool:
        """Return whether all required lectures and enough electives are seen."""
        return self.seen == len(self.required) and self.electives_seen >= self.min_electives

    @property
    def next_step(self) -> LectureProgress | None:
        """Return the lecture to go on with: the one last left, or else the first not seen."""
        chosen = list(self._lectures(is_required=True))
        if self.electives_seen < self.min_electives:
            chosen += self._lectures(is_required=False)
        under_way = [(one.changed_at, one) for one in chosen if one.is_under_way and one.changed_at]
        if under_way:
            return max(under_way, key=itemgetter(0))[1]
        return next((one for one in chosen if one.is_playable and not one.is_seen), None)

    def _lectures(self, *, is_required: bool) -> Iterator[LectureProgress]:
        for module in self.modules:
            if module.is_required == is_required:
                yield from module.lectures
