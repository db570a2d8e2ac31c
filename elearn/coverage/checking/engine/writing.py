"""People and turns written in bulk: the database makes the rows itself, however many there are."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import CTE, ColumnElement, insert, literal, select
from sqlalchemy.orm import DeclarativeBase, Session

from elearn import learning, people
from elearn.coverage.checking.engine.ground import DONE_ON, KNOWN, POST, PROGRAMME
from elearn.coverage.checking.rules import Sample
from elearn.db import UNKNOWN_START

_NAMED = {"full_name": "A", "given_name": "A", "name_folded": "a", "sort_key": b"a"}
_HOLDS = {"post_key": POST, "valid_from": UNKNOWN_START, "recorded_at": KNOWN}
_DONE = {
    "programme_version_id": PROGRAMME,
    "form": learning.CompletionForm.IN_PERSON,
    "completed_on": DONE_ON,
    "recorded_at": KNOWN,
}
Key = Callable[[ColumnElement[int]], ColumnElement[int]]


def write(db: Session, unit_id: int, sample: Sample, first: int) -> int:
    """Write the people of one sample, the first of them under this key; return the next key.

    All of them hold the post in the unit; each of the first so many completed the programme once
    or, where there are more turns than people, all of them again and again.
    """
    held = {**_HOLDS, "org_unit_id": unit_id}
    _put(db, people.Person, sample.in_post, {"id": lambda n: n + first}, _NAMED)
    _put(db, people.Tenure, sample.in_post, {"person_id": lambda n: n + first}, held)
    by_turns: Mapping[str, Key] = {"person_id": lambda n: n % sample.in_post + first}
    _put(db, learning.Completion, sample.reached, by_turns, _DONE)
    return first + sample.in_post


def _put(
    db: Session,
    table: type[DeclarativeBase],
    count: int,
    keys: Mapping[str, Key],
    fixed: Mapping[str, Any],
) -> None:
    """Insert so many rows, numbered from 0: keys follow from the number, the rest is the same."""
    numbers, columns = _numbers(count), table.__table__.c
    values = [literal(value, columns[name].type) for name, value in fixed.items()]
    rows = select(*(key(numbers.c.n) for key in keys.values()), *values)
    if count:
        db.execute(insert(table).from_select([*keys, *fixed], rows.select_from(numbers)))


def _numbers(count: int) -> CTE:
    """Return the numbers from 0 to one less than the count."""
    number = select(literal(0).label("n")).cte("number", recursive=True)
    return number.union_all(select(number.c.n + 1).where(number.c.n < count - 1))
