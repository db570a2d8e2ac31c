"""What a row would change, put together piece by piece."""

from dataclasses import dataclass, field
from datetime import date

from elearn.people.roster.rules.steps import Begin, Instead, Level, Steps
from elearn.people.roster.rules.verdicts import Difference, Reason


@dataclass(slots=True)
class Draft:
    """Differences and steps so far, what is worth a word, and what is in doubt or wrong."""

    person: dict[str, str | int | None] = field(default_factory=dict)
    begins: list[Begin] = field(default_factory=list)
    tenures: list[Instead] = field(default_factory=list)
    plans: list[Begin] = field(default_factory=list)
    planned: list[Instead] = field(default_factory=list)
    levels: list[Level] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    remarks: list[Reason] = field(default_factory=list)
    doubts: list[Reason] = field(default_factory=list)
    errors: list[Reason] = field(default_factory=list)

    def differs(self, what: str, before: str | None, after: str | None) -> None:
        """Note a thing that changes."""
        self.differences.append(Difference(what, before or "", after or ""))

    @property
    def steps(self) -> Steps:
        """Return all that is to be written."""
        return Steps(
            dict(self.person),
            tuple(self.begins),
            tuple(self.tenures),
            tuple(self.plans),
            tuple(self.planned),
            tuple(self.levels),
        )


def shown(day: date | None) -> str:
    """Return a day as lists write it: 05/03/1984; nothing if it is not known."""
    return f"{day:%d/%m/%Y}" if day and day > date.min else ""
