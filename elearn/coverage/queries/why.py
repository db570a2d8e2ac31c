"""Why a figure was told otherwise before: the steps, the persons they moved, and the reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.coverage.models import IndicatorVersion
from elearn.coverage.queries.comparing import Compared, Comparing
from elearn.coverage.queries.figures import figures_of
from elearn.coverage.queries.reasons import reasons_of
from elearn.coverage.queries.reports import asked_of
from elearn.coverage.rules import Figure, Indicator, Measure, Scheme
from elearn.coverage.rules.differences import differences
from elearn.coverage.rules.why import Cause, Count, Shift, Step, Why
from elearn.text import Message

PAGE = 50
#: How many persons are named in one query.
_SLICE = 5_000


@dataclass(frozen=True, slots=True)
class Redefined:
    """That a figure is counted by another version of its definition, and what differs in it."""

    before: int | None
    after: int | None
    recorded_at: datetime | None
    differences: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure by what it counts now, why it was another, and by which definition."""

    indicator: Indicator
    why: Why
    redefined: Redefined | None


@dataclass(frozen=True, slots=True)
class Moved:
    """A person whom a step counted otherwise, and what was written that did so."""

    person: people.Person
    shift: Shift
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class MovedPage:
    """One page of a step's persons; `unseen` are those whom the reader may not see."""

    rows: tuple[Moved, ...]
    page: int
    count: int
    unseen: int = 0

    @property
    def pages(self) -> int:
        return _pages(self.count)

    @property
    def first(self) -> int:
        """Return which of all the first row is, counted from one."""
        return (self.page - 1) * PAGE + 1


def why_of(db: Session, comparing: Comparing) -> Explained:
    """Return why a figure is another than it was; what is read grows with the area's people."""
    asked = comparing.asked
    before, after = comparing.indicator(asked.earlier), comparing.indicator(asked.later)
    why = comparing.why()
    return Explained(after, why, _redefined(db, before, after))


def _redefined(db: Session, before: Indicator, after: Indicator) -> Redefined | None:
    if before.version_id == after.version_id:
        return None
    row = db.get(IndicatorVersion, after.version_id)
    at = row.recorded_at if row else None
    posts = dict(db.execute(select(people.Post.key, people.Post.name)).all())
    return Redefined(before.number, after.number, at, differences(before, after, posts))


def kept_of(db: Session, scheme: Scheme, area: areas.AreaVersion, asked: Compared) -> Count | None:
    """Return what the page of figures tells now; nothing as long as it is not counted; 3 queries.

    It was counted in another way, so that it shows if the steps should have missed something.
    """
    on = asked_of(db, scheme, area, asked.day, asked.geography)
    one = scheme.indicator(asked.indicator_key)
    found = figures_of(db, on, [one] if one else [], [area.area_id])
    figure = found.get((asked.indicator_key, area.area_id))
    return _count(one, figure) if one and figure else None


def _count(one: Indicator, figure: Figure) -> Count:
    if one.measure is Measure.NEW_UNTRAINED:
        return Count(figure.new_in_post, figure.in_post)
    return Count(figure.reached, figure.in_post if one.is_share else 0)


def moved_of(
    db: Session,
    comparing: Comparing,
    step: Step,
    seen: ColumnElement[bool],
    page: int,
) -> MovedPage:
    """Return a page of a step's persons by given name, of those whom the reader may see.

    A page there is not is the nearest there is.
    """
    shifts = {one.person_id: one for one in step.shifts}
    ordered = _by_name(db, list(shifts), seen)
    page = min(max(1, page), _pages(len(ordered)))
    shown = ordered[(page - 1) * PAGE : page * PAGE]
    told = _reasons(db, comparing, step.cause, shown)
    persons = {
        one.id: one for one in db.scalars(select(people.Person).where(people.Person.id.in_(shown)))
    }
    rows = tuple(Moved(persons[key], shifts[key], tuple(told.get(key, ()))) for key in shown)
    return MovedPage(rows, page, len(ordered), len(shifts) - len(ordered))


def _pages(count: int) -> int:
    return max(1, -(-count // PAGE))


def _reasons(
    db: Session, comparing: Comparing, cause: Cause, person_ids: Sequence[int]
) -> dict[int, list[Message]]:
    indicator = comparing.indicator(comparing.asked.later)
    return reasons_of(db, comparing.asked, indicator, cause, person_ids)


def _by_name(db: Session, person_ids: Sequence[int], seen: ColumnElement[bool]) -> list[int]:
    """Return the persons who may be seen in the order of their names; a query for 5,000."""
    person = people.Person
    found = [
        (sort_key, key)
        for begin in range(0, len(person_ids), _SLICE)
        for key, sort_key in db.execute(
            select(person.id, person.sort_key).where(
                person.id.in_(person_ids[begin : begin + _SLICE]), seen
            )
        )
    ]
    return [key for _, key in sorted(found)]


def first_known(db: Session) -> datetime | None:
    """Return when the first post was written down; one query."""
    tenure = people.Tenure
    return db.scalar(select(tenure.recorded_at).order_by(tenure.id).limit(1))
