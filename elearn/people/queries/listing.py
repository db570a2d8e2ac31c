"""The list of people an actor may see: searched, sorted by given name, page after page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, select, tuple_
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.people.models import Person
from elearn.people.queries.sight import visible_to
from elearn.people.queries.tenures import Term, terms_of
from elearn.text import fold, nfc, telephone

PAGE = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in a list, with the posts she holds on the day."""

    person: Person
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list, and the key after which the next begins, if there is more."""

    rows: tuple[Listed, ...]
    next_after: int | None


def people_page(
    db: Session, actor: Actor, *, text: str = "", after: int | None = None, day: date
) -> ListPage:
    """Return the next people after one, in the order of given names; at most six queries.

    The text is part of a name, with or without diacritics, or of a telephone number.
    """
    found = select(Person).where(visible_to(db, actor), *_matches(text))
    found = _after(db, found, after).order_by(Person.sort_key, Person.id)
    persons = db.scalars(found.limit(PAGE + 1)).all()
    shown = persons[:PAGE]
    terms = terms_of(db, [person.id for person in shown], day=day) if shown else {}
    rows = tuple(
        Listed(person, tuple(t for t in terms.get(person.id, ()) if t.is_held_on(day)))
        for person in shown
    )
    return ListPage(rows, shown[-1].id if len(persons) > PAGE else None)


def _matches(text: str) -> Sequence[ColumnElement[bool]]:
    if re.fullmatch(r"[\d\s.+-]+", text) and (digits := telephone(text)):
        return (Person.phone.contains(digits, autoescape=True),)
    words = fold(nfc(text)).split()
    return [Person.name_folded.contains(word, autoescape=True) for word in words]


def _after(db: Session, found: Select[Person], after: int | None) -> Select[Person]:
    last = db.get(Person, after) if after else None
    if last is None:
        return found
    return found.where(tuple_(Person.sort_key, Person.id) > (last.sort_key, last.id))
