"""The areas that stand on the day of a change, found by their code or their key."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from elearn.areas.rules.words import Kind, Level, full_name


@dataclass(frozen=True, slots=True)
class Standing:
    """An area as it stands on the day, with the days of that version."""

    area_id: int
    level: Level
    code: str
    kind: Kind
    name: str
    parent_id: int | None
    path: str
    valid_from: date
    valid_to: date | None

    @property
    def full_name(self) -> str:
        return full_name(self.name, self.kind)


@dataclass(frozen=True, slots=True)
class Ground:
    """All areas of the day, and who bore a code of the file before, or will bear it."""

    day: date
    by_code: Mapping[tuple[Level, str], Standing]
    by_id: Mapping[int, Standing]
    children: Mapping[int, list[Standing]]
    former: Mapping[tuple[Level, str], str] = field(default_factory=dict)
    later: Mapping[tuple[Level, str], str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        day: date,
        standing: Iterable[Standing],
        former: Mapping[tuple[Level, str], str],
        later: Mapping[tuple[Level, str], str],
    ) -> "Ground":
        """Arrange the areas of the day."""
        every = list(standing)
        children = defaultdict(list)
        for one in every:
            if one.parent_id is not None:
                children[one.parent_id].append(one)
        return cls(
            day,
            {(one.level, one.code): one for one in every},
            {one.area_id: one for one in every},
            children,
            former,
            later,
        )
