"""How far an area that bears a name is from the one that was asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from elearn.people.roster.rules.gazetteer.spots import Heir, Spot
from elearn.people.roster.rules.gazetteer.wording import Reading, spelt_key


@dataclass(frozen=True, slots=True)
class Within:
    """Where an area is said to lie; empty where nothing known is said."""

    districts: frozenset[int] = frozenset()
    provinces: frozenset[int] = frozenset()

    @property
    def is_said(self) -> bool:
        return bool(self.districts or self.provinces)

    def holds(self, spots: Sequence[Spot], heirs: Sequence[Heir] = ()) -> bool:
        """Return whether some of these lay in what is said, or lie there now."""
        return all(
            not keys
            or any(spot.lies_in(keys) for spot in spots)
            or any(heir.lies_in(keys) for heir in heirs)
            for keys in (self.districts, self.provinces)
        )


class Rank(NamedTuple):
    """How far an area is from what was asked; the nearest sorts first."""

    is_elsewhere: bool
    is_read_otherwise: bool
    is_of_another_kind: bool
    is_spelt_otherwise: bool
    is_by_lineage: bool
    is_away: bool


def rank_of(
    reading: Reading, spot: Spot, around: Sequence[Spot], within: Within, *, is_away: bool
) -> Rank:
    """Return how far an area is; `around`: what it was and is, `is_away`: it is not at home.

    It lies where is said if it did under this name, or if what it was or is did.
    """
    is_exact = within.holds([spot])
    is_there = is_exact or within.holds(around, spot.heirs)
    return Rank(
        is_elsewhere=not is_there if within.is_said else is_away,
        is_read_otherwise=bool(reading.kinds),
        is_of_another_kind=bool(reading.kinds) and spot.kind not in reading.kinds,
        is_spelt_otherwise=spelt_key(spot.name) != spelt_key(reading.name),
        is_by_lineage=not is_exact,
        is_away=is_away,
    )
