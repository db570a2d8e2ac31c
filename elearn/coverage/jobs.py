"""What the worker does for coverage: counts everything anew, and follows the outbox."""

from collections.abc import Iterator
from dataclasses import dataclass

from elearn.db import Database


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a rebuild is: so many countings of an indicator on a map of so many."""

    done: int
    total: int


def rebuild(database: Database) -> Iterator[Progress]:
    """Count every indicator that holds today on every map, anew; readers never see half of one."""
    raise NotImplementedError
