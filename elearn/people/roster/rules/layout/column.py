"""A column while it is looked at: what stands above it, and what it holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from elearn.people.roster.rules.headings import Meaning
from elearn.people.roster.rules.layout.holding import Holding
from elearn.people.roster.rules.layouts import RosterField


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the texts above it, what they mean, and what it holds."""

    text: str
    meaning: Meaning
    holding: Holding
    is_hidden: bool = False
    #: Whether something else than a number's name stands beneath what it is headed by.
    is_beneath: bool = False

    @property
    def field(self) -> RosterField:
        return self.meaning.field

    def meant(self, field: RosterField, confidence: float) -> "Column":
        """Return the column with another meaning."""
        return replace(self, meaning=Meaning(field, confidence, self.meaning.group))

    def of(self, group: str, confidence: float) -> "Column":
        """Return the column as one that counts this group."""
        return replace(self, meaning=Meaning(self.field, confidence, group))


Columns = dict[int, Column]


def has(columns: Mapping[int, Column], fields: Iterable[RosterField]) -> bool:
    """Return whether one of the columns tells one of these."""
    wanted = frozenset(fields)
    return any(one.field in wanted for one in columns.values())
