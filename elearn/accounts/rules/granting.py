"""Who may grant which role over what."""

from elearn.access import Actor, Role

#: What a province grants within its own area; the rest is granted by the centre.
BY_ADMINISTRATORS = frozenset({Role.LEARNER, Role.INSTRUCTOR, Role.ADMINISTRATOR})


def may_grant(actor: Actor, role: Role, area_path: str) -> bool:
    """Return whether the actor may give or end this role over this area.

    Who only proposes, gives no rights.
    """
    if actor.decides(area_path, Role.CENTRAL):
        return True
    return role in BY_ADMINISTRATORS and actor.decides(area_path, Role.ADMINISTRATOR)
