"""Who may help another back into her account."""

from collections.abc import Iterable

from elearn.access import Actor, Grant, Role
from elearn.accounts.rules.granting import may_grant

HELPING = (Role.ADMINISTRATOR, Role.CENTRAL)


def may_help(actor: Actor, places: Iterable[str], held: Iterable[Grant]) -> bool:
    """Return whether the actor may give a code to whoever works at these places and holds these.

    A code opens all that its bearer may do. So what she holds beyond learning has to be what the
    actor could have given: nobody climbs by helping, and who only proposes helps learners.
    """
    is_there = any(actor.covers(path, *HELPING) for path in places)
    return is_there and all(
        grant.role is Role.LEARNER or may_grant(actor, grant.role, grant.area_path)
        for grant in held
    )
