"""When we are to have known what is counted: now, or at moments told for each kind of fact."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The moments of knowing; None is now. The rule is told by the indicator's own version."""

    rule_at: datetime | None = None
    areas_at: datetime | None = None
    exclusions_at: datetime | None = None
    people_at: datetime | None = None
    completions_at: datetime | None = None

    @classmethod
    def at(cls, moment: datetime | None) -> "Knowledge":
        """Return all that was known at one moment."""
        return cls(moment, moment, moment, moment, moment)


NOW = Knowledge()
