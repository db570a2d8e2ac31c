"""Whose drafts somebody may read and change: her own, and the centre all of them.

That there is one, and whose it is, every author may know: two need not write the same.
"""

from sqlalchemy import ColumnElement, false, true

from elearn.access import Actor, Role
from elearn.catalogue.models import ModuleDraft
from elearn.catalogue.rules import may_publish


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """Return the condition that a draft's words are somebody's to read and to change."""
    if actor.has(Role.CENTRAL):
        return true()
    return ModuleDraft.owner_id == actor.person_id if may_publish(actor) else false()


def may_edit(actor: Actor, draft: ModuleDraft) -> bool:
    """Return whether this draft's words are somebody's to read and to change."""
    if actor.has(Role.CENTRAL):
        return True
    return may_publish(actor) and draft.owner_id == actor.person_id
