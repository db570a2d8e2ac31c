"""What holds of roles: which follow a post, which only propose, which ask for a second factor."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from elearn.access import Role
from elearn.areas import Level


class Need(StrEnum):
    """How much a role asks for a second factor."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"


@dataclass(frozen=True, slots=True)
class LocalRole:
    """A role over an area of a level: held with one of the posts, and perhaps only to propose."""

    role: Role
    level: Level
    follows: tuple[str, ...]
    proposes: bool


@dataclass(frozen=True, slots=True)
class RoleRule:
    """What holds of roles on the days from–to (both included)."""

    version: int
    valid_from: date
    valid_to: date | None
    local: tuple[LocalRole, ...]
    second_factor: Mapping[Role, Need]

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def posts_for(self, role: Role, level: Level) -> tuple[str, ...]:
        """Return the posts such a right follows; none if it goes by its own dates."""
        return next((one.follows for one in self._local(role, level)), ())

    def only_proposes(self, role: Role, level: Level) -> bool:
        return any(one.proposes for one in self._local(role, level))

    def need_of(self, roles: Collection[Role]) -> Need | None:
        """Return how much whoever holds these roles needs a second factor."""
        needs = {self.second_factor[role] for role in roles if role in self.second_factor}
        return next((need for need in Need if need in needs), None)

    def _local(self, role: Role, level: Level) -> list[LocalRole]:
        return [one for one in self.local if (one.role, one.level) == (role, level)]
