"""Who is acting and what they were granted: frozen values, no tables."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from elearn.text import msg


class Role(StrEnum):
    """What a person may be in this system, each within an area."""

    LEARNER = "learner"
    INSTRUCTOR = "instructor"
    ADMINISTRATOR = "administrator"
    CENTRAL = "central"
    INSPECTOR = "inspector"


ROLE_NAMES = {
    Role.LEARNER: msg("Học viên"),
    Role.INSTRUCTOR: msg("Giảng viên"),
    Role.ADMINISTRATOR: msg("Quản trị"),
    Role.CENTRAL: msg("Quản trị trung ương"),
    Role.INSPECTOR: msg("Kiểm tra, giám sát"),
}


@dataclass(frozen=True, slots=True)
class Grant:
    """A role over the part of the tree below one area, on the days from–to (both included).

    What is done to posts under a grant that `proposes` waits until somebody above confirms it.
    """

    role: Role
    area_path: str
    valid_from: date
    valid_to: date | None = None
    proposes: bool = False
    #: The area it was given over, where that is no more and `area_path` is what it lives on in.
    ended_area_id: int | None = None

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


SHELL = "shell"


@dataclass(frozen=True, slots=True)
class Actor:
    """The person on whose behalf something is done, with the grants that hold at the time.

    `origin` is from where: the network the request came from, or the shell.
    """

    person_id: int | None
    grants: tuple[Grant, ...] = ()
    origin: str = SHELL

    def has(self, *roles: Role) -> bool:
        """Return whether any of the roles is held anywhere."""
        return any(grant.role in roles for grant in self.grants)

    def scopes(self, *roles: Role) -> tuple[str, ...]:
        """Return the area paths over which any of the roles is held."""
        return tuple(grant.area_path for grant in self.grants if grant.role in roles)

    def ended(self, *roles: Role) -> tuple[int, ...]:
        """Return the areas, no longer standing, over which any of the roles was given."""
        keys = (grant.ended_area_id for grant in self.grants if grant.role in roles)
        return tuple(dict.fromkeys(key for key in keys if key is not None))

    def covers(self, area_path: str, *roles: Role) -> bool:
        """Return whether one of the roles is held over this area."""
        return any(area_path.startswith(scope) for scope in self.scopes(*roles))

    def decides(self, area_path: str, *roles: Role) -> bool:
        """Return whether one of the roles is held over this area, and not only to propose."""
        return any(
            grant.role in roles and not grant.proposes and area_path.startswith(grant.area_path)
            for grant in self.grants
        )

    def as_decider(self) -> Self:
        """Return the same person without the grants under which she only proposes."""
        return replace(self, grants=tuple(one for one in self.grants if not one.proposes))


#: Whoever holds the shell: commands and jobs act as the operator, who may do what the centre may.
#: A visitor who is not signed in is nobody, too, but holds nothing: ask for grants, not for a key.
OPERATOR = Actor(person_id=None, grants=(Grant(Role.CENTRAL, "/", date.min),))
