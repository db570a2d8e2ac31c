"""Levels of education, and whose were not looked at this year."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, exists, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from elearn.access import Actor
from elearn.errors import NotFound
from elearn.people.models import OrgUnit, Person, Qualification, QualificationReview, Tenure
from elearn.people.queries.persons import wholes_of
from elearn.people.queries.sight import scope_of
from elearn.people.queries.tenures import Term, terms_of
from elearn.people.queries.unit_sight import unit_visible_to
from elearn.people.rules import Attainment, Field, highest
from elearn.text import msg

PAGE = 50
#: They are counted so far; `COUNTED + 1` stands for more.
COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class Leveled:
    """Somebody in post whose levels are to be looked at: the posts, and the highest levels."""

    person: Person
    terms: tuple[Term, ...]
    levels: dict[Field, Attainment]


@dataclass(frozen=True, slots=True)
class LevelsPage:
    """One page of them, the key after which the next begins, and how many there are at most."""

    rows: tuple[Leveled, ...]
    next_after: int | None
    count: int


def qualification_by_id(db: Session, qualification_id: int) -> Qualification:
    """Return the level.

    :raise NotFound: if there is none with this key.
    """
    row = db.get(Qualification, qualification_id)
    if row is None:
        raise NotFound(msg("Không có trình độ này."))
    return row


def qualifications_of(db: Session, person_ids: Collection[int]) -> Sequence[Qualification]:
    """Return the levels written down for some entries, as they were obtained; one query."""
    held = select(Qualification).where(
        Qualification.person_id.in_(person_ids), Qualification.is_current()
    )
    return db.scalars(held.order_by(Qualification.field, Qualification.id)).all()


def reviewed_in(db: Session, person_ids: Collection[int], year: int) -> QualificationReview | None:
    """Return the look at the levels of one of these entries in the year, if there was any."""
    row = QualificationReview
    return db.scalar(select(row).where(row.person_id.in_(person_ids), row.year == year).limit(1))


def unreviewed_page(
    db: Session, actor: Actor, day: date, *, after: int | None = None
) -> LevelsPage:
    """Return the next people in post whose levels were not looked at in the year of the day.

    At most ten queries.
    """
    unreviewed = _unreviewed(db, actor, day)
    some = unreviewed.with_only_columns(Person.id).limit(COUNTED + 1).subquery()
    count = db.scalar(select(func.count()).select_from(some)) or 0
    found = _after(db, unreviewed, after).order_by(Person.sort_key, Person.id)
    persons = db.scalars(found.limit(PAGE + 1)).all()
    rows = _told(db, persons[:PAGE], day)
    return LevelsPage(rows, rows[-1].person.id if len(persons) > PAGE else None, count)


def _unreviewed(db: Session, actor: Actor, day: date) -> Select[Person]:
    review = QualificationReview
    looked_at = exists().where(review.person_id == Person.id, review.year == day.year)
    return select(Person).where(Person.same_as_id.is_(None), _in_post(db, actor, day), ~looked_at)


def _in_post(db: Session, actor: Actor, day: date) -> ColumnElement[bool]:
    """Return the condition that one of her entries holds a post on the day in the actor's scope.

    The country is walked along its people, a province or a commune from its units.
    """
    entry = aliased(Person)
    held = Tenure.valid_on(day) & Tenure.is_current() & (Tenure.person_id == entry.id)
    if scope_of(db, actor).is_everything:
        hers = or_(entry.id == Person.id, entry.same_as_id == Person.id)
        return exists(select(Tenure.id).join(entry, held).where(hers).correlate(Person))
    units = select(OrgUnit.id).where(unit_visible_to(db, actor))
    whole = func.coalesce(entry.same_as_id, entry.id)
    return Person.id.in_(select(whole).join(Tenure, held).where(Tenure.org_unit_id.in_(units)))


def _after(db: Session, found: Select[Person], after: int | None) -> Select[Person]:
    last = db.get(Person, after) if after else None
    if last is None:
        return found
    return found.where(tuple_(Person.sort_key, Person.id) > (last.sort_key, last.id))


def _told(db: Session, persons: Sequence[Person], day: date) -> tuple[Leveled, ...]:
    if not persons:
        return ()
    wholes = wholes_of(db, [person.id for person in persons])
    terms = terms_of(db, list(wholes), day=day)
    levels: dict[int, list[Attainment]] = {}
    for row in qualifications_of(db, list(wholes)):
        levels.setdefault(wholes[row.person_id], []).append(row.level)
    held: dict[int, list[Term]] = {}
    for entry, whole in wholes.items():
        now = [term for term in terms.get(entry, ()) if term.is_held_on(day)]
        held.setdefault(whole, []).extend(now)
    return tuple(
        Leveled(person, tuple(held[person.id]), highest(levels.get(person.id, ())))
        for person in persons
    )
