"""Who may see a certificate: asked of one and of a list by the same condition; who may end one."""

from sqlalchemy import ColumnElement, exists, false, or_, select, true
from sqlalchemy.orm import Session

from elearn import areas, classes, people
from elearn.access import Actor
from elearn.certificates.models import Certificate
from elearn.errors import NotFound
from elearn.people import Person
from elearn.text import msg


def visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `Certificate` that the actor may see it; two queries to make it.

    Everybody sees her own; who administers or inspects an area, those of the classes held there
    and those of the people who serve or served there, whoever held their class.
    """
    scopes = actor.scopes(*people.SEEING)
    if any(scope.count("/") <= 2 for scope in scopes):  # The country, or the shell: all there is.
        return true()
    own = (
        Certificate.person_id.in_(people.entry_ids(actor.person_id)) if actor.person_id else false()
    )
    if not scopes:
        return own
    holder = select(Person.id).where(Person.id == Certificate.person_id)
    hers = exists(holder.where(people.visible_to(db, actor)).correlate(Certificate))
    return or_(own, hers, _held_in(areas.reach_of(db, scopes)))


def _held_in(paths: tuple[str, ...]) -> ColumnElement[bool]:
    place, turn, held = areas.AreaVersion, classes.Participation, classes.TrainingClass
    return exists(
        select(turn.id)
        .join(held, held.id == turn.training_class_id)
        .join(place, place.area_id == held.area_id)
        .where(turn.id == Certificate.participation_id)
        .where(place.is_current(), areas.below(paths))
        .correlate(Certificate)
    )


def may_see(db: Session, actor: Actor, certificate: Certificate) -> bool:
    """Return whether the actor may see this certificate."""
    seen = select(Certificate.id).where(Certificate.id == certificate.id, visible_to(db, actor))
    return db.scalar(seen) is not None


def certificate_seen_by(db: Session, actor: Actor, certificate_id: int) -> Certificate:
    """Return the certificate.

    :raise NotFound: if there is none with this key, or the actor may not see it.
    """
    seen = select(Certificate).where(Certificate.id == certificate_id, visible_to(db, actor))
    certificate = db.scalar(seen)
    if certificate is None:
        raise NotFound(msg("Không có giấy này trong phạm vi anh/chị được xem."))
    return certificate


def may_manage(db: Session, actor: Actor, certificate: Certificate) -> bool:
    """Return whether the actor may revoke or replace it: whoever manages its class."""
    return classes.may_manage(db, actor, certificate.participation.training_class)
