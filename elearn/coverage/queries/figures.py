"""Figures of a page: sums of events, in one query whose rows are few however long the past."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from elearn.coverage.models import CoverageMap
from elearn.coverage.queries.asked import Asked
from elearn.coverage.rules import Indicator


@dataclass(frozen=True, slots=True)
class Figure:
    """How many are in post in an area on a day, and in which state; for turns how many they are."""

    in_post: int = 0
    reached: int = 0
    under_way: int = 0
    new_in_post: int = 0
    #: Of those in post, how many stand here by estimate.
    estimated: int = 0

    @property
    def never(self) -> int:
        """Return how many were never reached."""
        return self.in_post - self.reached - self.under_way - self.new_in_post


def figures_of(
    db: Session, asked: Asked, indicators: Sequence[Indicator], area_ids: Collection[int]
) -> dict[tuple[str, int], Figure]:
    """Return the figure of each indicator that is counted on the map, in each area; one query."""
    raise NotImplementedError


def is_counted_yet(db: Session, on: CoverageMap, indicators: Sequence[Indicator]) -> bool:
    """Return whether all of them were counted on the map; until then there are no figures."""
    raise NotImplementedError
