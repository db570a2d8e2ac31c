"""What the people of a class are told: that they are in it, and that its deadline is near."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from elearn import classes
from elearn.access import OPERATOR
from elearn.classes import queries, service
from elearn.notices import Kind, Notice
from tests.make import classes as make
from tests.make import people

#: Eight in the morning where people live, a week before the deadline.
MORNING = datetime(2026, 12, 8, 1, tzinfo=UTC)


def told(db):
    found = select(Notice.person_id, Notice.kind).order_by(Notice.id)
    return [tuple(row) for row in db.execute(found)]


def remind(db, now):
    while due := queries.next_reminder(db, now=now):
        service.remind(db, due, now=now)


def test_who_is_admitted_is_told_once_and_again_when_she_comes_back(db, held):
    she = people.person(db)
    for _ in range(2):
        classes.admit_people(db, OPERATOR, held, [she.id], now=make.OPENED)

    assert told(db) == [(she.id, Kind.ADMITTED)]


def test_a_class_that_is_cancelled_tells_those_in_it_why(db, held):
    inside = make.participation(db, held)
    make.participation(db, held, left_at=make.OPENED, left_reason="chuyển xã")

    classes.cancel(db, OPERATOR, held, "Chưa có kinh phí", now=make.OPENED)

    [notice] = db.scalars(select(Notice))
    assert (notice.person_id, notice.kind) == (inside.person_id, Kind.CLASS_CANCELLED)
    assert notice.details["reason"] == "Chưa có kinh phí"


@pytest.mark.parametrize(
    ("days", "kind"), [(7, Kind.CLASS_DUE), (1, Kind.CLASS_DUE_TOMORROW), (3, None)]
)
def test_a_deadline_is_told_a_week_and_a_day_before_and_once(db, held, days, kind):
    inside = make.participation(db, held)
    held.ends_on = date(2026, 12, 8) + timedelta(days)
    db.flush()

    for later in range(3):
        remind(db, MORNING + timedelta(hours=later))

    assert told(db) == ([(inside.person_id, kind)] if kind else [])


def test_nobody_is_woken_by_a_deadline_and_an_empty_class_has_none(db, held):
    held.ends_on = date(2026, 12, 15)
    db.flush()
    remind(db, MORNING)
    make.participation(db, held)
    remind(db, MORNING - timedelta(hours=3))

    assert told(db) == []
