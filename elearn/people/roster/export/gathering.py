"""The rows of a roster that is given out: one a post, so that reading it again changes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, workbooks
from elearn.access import Actor
from elearn.db import among
from elearn.people.models import (
    GENDER_NAMES,
    OrgUnit,
    Person,
    Qualification,
    UnitKind,
)
from elearn.people.roster.queries.branch import Line, Spot, lines_below
from elearn.people.roster.rules.layouts import RosterField
from elearn.people.rules import (
    ATTAINMENT_NAMES,
    END_REASON_NAMES,
    Attainment,
    EndReason,
    Field,
    highest,
)

_AT_ONCE = 2_000
_BODIES = (UnitKind.BRANCH, UnitKind.WOMEN_GROUP)
_LEVELS = {
    RosterField.EDUCATION: Field.EDUCATION,
    RosterField.POLITICAL_THEORY: Field.POLITICAL_THEORY,
    RosterField.STATE_MANAGEMENT: Field.STATE_MANAGEMENT,
}

Told = dict[RosterField, workbooks.Cell]


@dataclass(frozen=True, slots=True)
class Roster:
    """Whom an area has on a day: how many posts there are, and the rows, to be had once."""

    area: areas.AreaVersion
    day: date
    count: int
    rows: Iterator[Told]


def roster(db: Session, actor: Actor, area: areas.AreaVersion, day: date) -> Roster:
    """Return the roster of an area on a day, as far as the actor answers for it.

    Four queries for every 2,000 rows beside those that find them.

    :raise Refusal: if it is too long for a file.
    """
    lines, spots = lines_below(db, actor, area, day)
    return Roster(area, day, len(lines), _rows(db, lines, spots))


def _rows(db: Session, lines: Sequence[Line], spots: dict[int, Spot]) -> Iterator[Told]:
    waiting, number = iter(lines), 0
    while some := list(islice(waiting, _AT_ONCE)):
        persons = _persons(db, some)
        levels, branches = _levels(db, persons), _branches(db, some)
        for line in some:
            number += 1
            told = _of_person(persons[line.person_id]) | levels.get(line.person_id, {})
            place = _of_place(spots[line.unit_id], branches.get(line.unit_id))
            yield {RosterField.NUMBER: float(number)} | told | place | _of_post(line)


def _persons(db: Session, lines: Sequence[Line]) -> dict[int, Person]:
    keys = {line.person_id for line in lines}
    return {one.id: one for one in db.scalars(select(Person).where(among(db, Person.id, keys)))}


def _branches(db: Session, lines: Sequence[Line]) -> dict[int, OrgUnit]:
    keys = {line.unit_id for line in lines}
    found = select(OrgUnit).where(among(db, OrgUnit.id, keys))
    return {one.id: one for one in db.scalars(found)}


def _levels(db: Session, persons: dict[int, Person]) -> dict[int, Told]:
    """Return the highest level of each field, by the entry that stands for her."""
    joined = select(Person.id, Person.same_as_id).where(among(db, Person.same_as_id, persons))
    wholes = {key: key for key in persons} | {
        key: whole or key for key, whole in db.execute(joined)
    }
    held = select(Qualification.person_id, Qualification.level).where(
        among(db, Qualification.person_id, wholes), Qualification.is_current()
    )
    reached: dict[int, list[Attainment]] = {}
    for person_id, level in db.execute(held):
        reached.setdefault(wholes[person_id], []).append(level)
    return {key: _told_levels(found) for key, found in reached.items()}


def _told_levels(levels: Sequence[Attainment]) -> Told:
    best = highest(levels)
    return {
        column: str(ATTAINMENT_NAMES[best[field]])
        for column, field in _LEVELS.items()
        if field in best
    }


def _of_person(person: Person) -> Told:
    year = str(person.birth_year) if person.birth_year else None
    return {
        RosterField.PERSON_KEY: str(person.id),
        RosterField.NAME: person.full_name,
        RosterField.BORN: person.born_on or year,
        RosterField.GENDER: str(GENDER_NAMES[person.gender]) if person.gender else None,
        RosterField.PHONE: person.phone,
    }


def _of_place(spot: Spot, unit: OrgUnit | None) -> Told:
    """Return where she serves; a body that is neither union nor branch is told in the note."""
    name = unit.name if unit else None
    is_branch = unit is not None and unit.kind in _BODIES
    is_other = unit is not None and unit.kind in (UnitKind.AGENCY, UnitKind.SCHOOL)
    return {
        RosterField.BRANCH: name if is_branch else None,
        RosterField.COMMUNE: spot.commune or None,
        RosterField.PROVINCE: spot.province or None,
        RosterField.NOTE: name if is_other else None,
    }


def _of_post(line: Line) -> Told:
    reason = END_REASON_NAMES[EndReason(line.end_reason)] if line.end_reason else None
    return {
        RosterField.PLANNED_POST if line.is_planned else RosterField.POST: line.post,
        RosterField.TERM: line.term,
        RosterField.SINCE: line.valid_from if line.valid_from > date.min else None,
        RosterField.UNTIL: line.valid_to,
        RosterField.END_REASON: str(reason) if reason else None,
        RosterField.DECISION: line.decision,
    }
