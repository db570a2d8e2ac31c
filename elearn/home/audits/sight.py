"""Which acts somebody may see: asked of one entry and of a page by the same condition."""

from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select, true
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.access import Actor
from elearn.audit import AuditEntry
from elearn.home.audits.subjects import Column, where, whose
from elearn.people import Person


def visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `AuditEntry` that the actor may see it; two queries to make it.

    Who administers or inspects an area sees what was done by the people she may see, and what was
    done by anybody to them, their accounts, posts, papers and results, and to the units and classes
    of that area and of what passed into it. What the shell did is the centre's to see.
    """
    scopes = actor.scopes(*people.SEEING)
    if any(scope.count("/") <= 2 for scope in scopes):  # The country, or the shell: all there is.
        return true()
    seen, entry = people.visible_to(db, actor), AuditEntry
    about = or_(_is(entry.person_id, seen), _is(whose(), seen), _lies_in(db, scopes))
    return entry.person_id.is_not(None) & about


def may_see(db: Session, actor: Actor, entry: AuditEntry) -> bool:
    """Return whether the actor may see this entry."""
    seen = select(AuditEntry.id).where(AuditEntry.id == entry.id, visible_to(db, actor))
    return db.scalar(seen) is not None


def _is(key: ColumnElement[Any] | Column, seen: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(select(Person.id).where(Person.id == key, seen).correlate(AuditEntry))


def _lies_in(db: Session, scopes: tuple[str, ...]) -> ColumnElement[bool]:
    place, reach = areas.AreaVersion, areas.reach_of(db, scopes)
    there = select(place.id).where(place.area_id == where(), place.is_current())
    return exists(there.where(areas.below(reach)).correlate(AuditEntry))
