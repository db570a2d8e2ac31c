"""Which entries were said to be one human being, and which might be."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, joinedload

from elearn.access import Actor
from elearn.errors import NotFound
from elearn.people.models import Person, PersonJoin
from elearn.people.queries.persons import entry_ids
from elearn.people.queries.sight import visible_to
from elearn.people.rules import NewPerson
from elearn.text import msg

_MOST = 20


def join_by_id(db: Session, join_id: int) -> PersonJoin:
    """Return the join.

    :raise NotFound: if there is none with this key.
    """
    join = db.get(PersonJoin, join_id)
    if join is None:
        raise NotFound(msg("Không có lần ghép hồ sơ này."))
    return join


def joins_of(db: Session, person: Person) -> Sequence[PersonJoin]:
    """Return the joins that hold among the entries of this human being, the latest first."""
    entries = entry_ids(person.id)
    found = (
        select(PersonJoin)
        .where(PersonJoin.undone_at.is_(None))
        .where(PersonJoin.person_id.in_(entries))
        .options(joinedload(PersonJoin.person), joinedload(PersonJoin.whole))
        .order_by(PersonJoin.id.desc())
    )
    return db.scalars(found).all()


def likely_same(
    db: Session, actor: Actor, told: Person | NewPerson, *, besides: int | None = None
) -> Sequence[Person]:
    """Return the entries the actor may see that might be this human being; at most two queries.

    The same letters of the name with the same year of birth, or the same telephone number; only
    entries that stand for themselves, and none that is joined to her already.
    """
    columns = told.columns if isinstance(told, NewPerson) else vars(told)
    same = _same(columns["name_folded"], columns["birth_year"], columns["phone"])
    found = select(Person).where(same, visible_to(db, actor), Person.same_as_id.is_(None))
    if besides is not None:
        found = found.where(Person.id.not_in(entry_ids(besides)))
    return db.scalars(found.order_by(Person.sort_key, Person.id).limit(_MOST)).all()


def _same(folded: str, year: int | None, phone: str | None) -> ColumnElement[bool]:
    born = Person.birth_year == year if year else Person.birth_year.is_(None)
    return or_(
        (Person.name_folded == folded) & born, (Person.phone == phone) & Person.phone.is_not(None)
    )
