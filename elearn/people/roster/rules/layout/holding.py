"""What most cells of a column look like."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from elearn.encodings import Encoding
from elearn.people.roster.rules.books import BookRow
from elearn.people.roster.rules.layout.looks import Look, look_of
from elearn.people.roster.rules.layout.plain import cell_of, is_filled, plain


@dataclass(frozen=True, slots=True)
class Holding:
    """What a column holds: how many of its cells that were looked at look like what."""

    looks: Counter[Look]

    def share(self, *looks: Look) -> float:
        """Return which share of the filled cells looks like one of these; of none, 0."""
        return sum(self.looks[one] for one in looks) / max(self.looks.total(), 1)

    @property
    def is_empty(self) -> bool:
        return not self.looks


NOTHING = Holding(Counter())
_LOOKED_AT = 200


def holding_of(rows: Iterable[BookRow], column: int, hint: Encoding) -> Holding:
    """Return what a column holds in the first rows in which it holds anything."""
    looks: Counter[Look] = Counter()
    for row in rows:
        cell = cell_of(row, column)
        if is_filled(cell):
            looks[look_of(cell, plain(cell, hint))] += 1
        if looks.total() >= _LOOKED_AT:
            break
    return Holding(looks)
