"""What a commune may propose: its people, its bodies, their posts, and who holds them today."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, joinedload

from elearn import areas
from elearn.access import Actor, Role
from elearn.errors import NotFound
from elearn.people.models import OrgUnit, OrgUnitPlace, Person, Post, Tenure
from elearn.people.queries.sight import visible_to
from elearn.people.rules import PROPOSED_LEVELS
from elearn.text import fold, msg, nfc

SHOWN = 60  # A commune has fewer heads of branches; whoever has more types a name.
_STRANGE = msg("Không có chức danh hoặc đơn vị này ở xã anh/chị phụ trách.")


def as_proposer(actor: Actor) -> Actor:
    """Return the actor with what she may only propose upon, and nothing else."""
    grants = tuple(one for one in actor.grants if one.proposes and one.role is Role.ADMINISTRATOR)
    return replace(actor, person_id=None, grants=grants)


def may_propose(actor: Actor) -> bool:
    """Return whether the actor answers for a commune whose posts the province confirms."""
    return bool(as_proposer(actor).grants)


def _stands_there(actor: Actor, day: date) -> ColumnElement[bool]:
    """Return the condition that a unit stands in the actor's commune on the day."""
    return OrgUnit.id.in_(_placed(actor, day).with_only_columns(OrgUnitPlace.org_unit_id))


def _placed(actor: Actor, day: date) -> Select[OrgUnitPlace]:
    version = areas.AreaVersion
    paths = as_proposer(actor).scopes(Role.ADMINISTRATOR)
    return (
        select(OrgUnitPlace)
        .join(version, version.area_id == OrgUnitPlace.area_id)
        .where(OrgUnitPlace.valid_on(day), version.valid_on(day), version.is_current())
        .where(areas.below(paths))
    )


def units_of(db: Session, actor: Actor, day: date) -> Sequence[OrgUnit]:
    """Return the bodies that stand in the actor's commune, the Union before its branches."""
    found = select(OrgUnit).where(OrgUnit.valid_on(day), _stands_there(actor, day))
    units = db.scalars(found.order_by(OrgUnit.id)).all()
    return sorted(units, key=lambda unit: (unit.kind == "branch", unit.name))


def unit_of(db: Session, actor: Actor, unit_id: int, day: date) -> OrgUnit:
    """Return a body of the actor's commune.

    :raise NotFound: if no such body stands there.
    """
    found = select(OrgUnit).where(OrgUnit.id == unit_id, _stands_there(actor, day))
    unit = db.scalar(found)
    if unit is None:
        raise NotFound(_STRANGE)
    return unit


def commune_of(db: Session, actor: Actor, unit: OrgUnit, day: date) -> int:
    """Return the key of the commune a body of the actor's stands in."""
    found = _placed(actor, day).where(OrgUnitPlace.org_unit_id == unit.id)
    return db.scalars(found.with_only_columns(OrgUnitPlace.area_id).limit(1)).one()


def posts_proposed(db: Session) -> Sequence[Post]:
    """Return the posts of branches and communes, those of branches first: they change most."""
    found = select(Post).where(Post.level.in_(PROPOSED_LEVELS))
    return db.scalars(found.order_by(Post.level, Post.rank)).all()


def people_of(db: Session, actor: Actor, text: str = "") -> Sequence[Person]:
    """Return the people of the actor's commune whose name holds the words, by given name."""
    found = select(Person).where(visible_to(db, as_proposer(actor)), Person.same_as_id.is_(None))
    found = found.where(*_named(text)).order_by(Person.sort_key, Person.id)
    return db.scalars(found.limit(SHOWN)).all()


def posts_held(db: Session, actor: Actor, day: date, text: str = "") -> Sequence[Tenure]:
    """Return who holds which post in the actor's commune, by given name."""
    found = _held(actor, day).where(*_named(text)).order_by(Person.sort_key, Tenure.id)
    return db.scalars(found.limit(SHOWN)).all()


def tenure_of(db: Session, actor: Actor, tenure_id: int, day: date) -> Tenure:
    """Return a post that is held in the actor's commune.

    :raise NotFound: if it is not, or not any more.
    """
    tenure = db.scalar(_held(actor, day).where(Tenure.id == tenure_id))
    if tenure is None:
        raise NotFound(_STRANGE)
    return tenure


def _held(actor: Actor, day: date) -> Select[Tenure]:
    return (
        select(Tenure)
        .join(Tenure.person)
        .join(Tenure.org_unit)
        .join(Tenure.post)
        .where(Tenure.is_current(), Tenure.valid_on(day), Post.level.in_(PROPOSED_LEVELS))
        .where(_stands_there(actor, day))
        .options(joinedload(Tenure.person), joinedload(Tenure.org_unit), joinedload(Tenure.post))
    )


def _named(text: str) -> Sequence[ColumnElement[bool]]:
    return [Person.name_folded.contains(word, autoescape=True) for word in fold(nfc(text)).split()]
