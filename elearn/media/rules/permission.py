"""Who may upload, see and change media."""

from elearn.access import Actor, Role

MAKERS = (Role.INSTRUCTOR, Role.ADMINISTRATOR, Role.CENTRAL)


def may_see(actor: Actor) -> bool:
    """Return whether somebody may see the media behind the lectures, and add to them.

    All makers see all media: a lecture of one school is taught in another.
    """
    return actor.has(*MAKERS)


def may_change(actor: Actor, created_by_id: int | None) -> bool:
    """Return whether somebody may renew a medium or its captions: who made it, or the centre."""
    if actor.has(Role.CENTRAL):
        return True
    return may_see(actor) and actor.person_id is not None and actor.person_id == created_by_id
