"""How far the outbox was followed, where a later number may be seen before an earlier one.

PostgreSQL gives a change its number when it is written and shows it when its transaction commits.
So a number that is missing below the highest seen is asked for again until it has come, or until
it must have been rolled back.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

PATIENCE = timedelta(hours=1)  # No transaction of ours is open as long as that.
LOOKED_BACK = 1000  # How many numbers below the highest may be missing when one begins.


@dataclass(frozen=True, slots=True)
class Seen:
    """A change that was seen, by its number, and when it was written."""

    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Cursor:
    """The highest change seen, and since when the numbers below it are missing."""

    last: Seen | None = None
    missing: dict[int, datetime] = field(default_factory=dict)

    @classmethod
    def beginning(cls, newest: Iterable[Seen], *, now: datetime) -> "Cursor":
        """Return the cursor of one who knows all there is, having seen the newest changes."""
        seen = sorted(newest, key=lambda one: one.number)
        if not seen:
            return cls()
        holes = set(range(seen[0].number, seen[-1].number)) - {one.number for one in seen}
        return cls(seen[-1], dict.fromkeys(sorted(holes), now))

    def after(self, found: Iterable[Seen], *, now: datetime) -> "Cursor":
        """Return the cursor that has seen these, too."""
        seen = {one.number: one for one in found}
        number = self.last.number if self.last else 0
        last = seen[max(seen)] if seen and max(seen) > number else self.last
        new = range(number + 1, last.number if last else 0)
        missing = self.missing | dict.fromkeys(new, now)
        return Cursor(
            last,
            {
                one: since
                for one, since in missing.items()
                if one not in seen and now - since < PATIENCE
            },
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "last": [self.last.number, self.last.at.isoformat()] if self.last else None,
            "missing": {str(one): since.isoformat() for one, since in self.missing.items()},
        }

    @classmethod
    def read(cls, content: dict[str, Any]) -> "Cursor":
        """Read what `as_json` wrote.

        :raise ValueError, KeyError, TypeError, AttributeError: if it is anything else.
        """
        last = content["last"]
        return cls(
            Seen(int(last[0]), datetime.fromisoformat(last[1])) if last else None,
            {int(one): datetime.fromisoformat(since) for one, since in content["missing"].items()},
        )
