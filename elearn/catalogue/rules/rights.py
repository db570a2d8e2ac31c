"""Who decides what is taught, and by which film."""

from elearn.access import Actor, Role

#: Those who teach, and the centre. A lecture is the same in the whole country, and administrators
#: answer for the people and classes of one area, not for what is taught there.
CHOOSERS = (Role.INSTRUCTOR, Role.CENTRAL)


def may_set_medium(actor: Actor) -> bool:
    """Return whether somebody may give a lecture its film."""
    return actor.has(*CHOOSERS)


def may_publish(actor: Actor) -> bool:
    """Return whether somebody may write lectures and modules."""
    return actor.has(*CHOOSERS)
