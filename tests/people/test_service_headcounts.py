"""Declaring how many there are: what holds, what was known, and what is refused."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from elearn import people
from elearn.access import OPERATOR
from elearn.audit import AuditEntry
from elearn.errors import Conflict, InvalidInput
from elearn.people import Declaration, Headcount
from tests.make import headcounts as make
from tests.make import people as make_people
from tests.make.areas import area

NOW = datetime(2026, 11, 21, 3, tzinfo=UTC)
DAY = make.DAY


@pytest.fixture
def commune(db):
    return area(db)


@pytest.fixture
def declare(db, commune):
    """`declare(35)` declares so many branch heads of Xã Hưng Hà."""

    def declare(number, *, now=NOW, **told):
        told = {"group_key": "branch_head", "as_of": DAY, "area_id": commune.id, **told}
        return people.declare_headcount(db, OPERATOR, Declaration(number=number, **told), now=now)

    return declare


def _rows(db):
    return db.scalar(select(func.count(Headcount.id)))


def test_the_same_again_changes_nothing(db, declare):
    first = declare(35, source="BC 12")

    assert declare(35, source="  BC  12 ").id == first.id
    assert _rows(db) == 1
    assert db.scalar(select(func.count()).where(AuditEntry.subject == "headcount")) == 1


def test_another_number_supersedes_the_row_and_both_moments_can_be_told(db, commune, declare):
    declare(35)
    later = NOW + timedelta(hours=1)
    declare(37, now=later)

    def number(known_at=None):
        told = people.headcounts_on(db, ["branch_head"], [commune.id], DAY, known_at=known_at)
        return told[commune.id, "branch_head"].number

    assert (number(), number(NOW), number(later)) == (37, 35, 37)


def test_the_latest_up_to_a_day_is_told_and_not_reported_is_a_word_too(db, commune, declare):
    declare(35, as_of=date(2025, 12, 31))
    declare(None)

    def told(day):
        found = people.headcounts_on(db, ["branch_head"], [commune.id], day)
        return [row.number for row in found.values()]

    assert told(date(2025, 12, 30)) == []
    assert told(date(2026, 6, 29)) == [35]
    assert told(DAY) == [None]


def test_areas_units_and_groups_are_kept_apart(db, commune, declare):
    unit = make_people.org_unit(db)
    declare(35)
    declare(12, area_id=None, org_unit_id=unit.id)
    declare(1, group_key="commune_union_chair")

    latest = people.latest_headcounts(["branch_head", "commune_union_chair"], DAY)
    assert sorted(row.number for row in db.scalars(latest)) == [1, 12, 35]
    assert len(people.headcounts_on(db, ["branch_head"], [commune.id], DAY)) == 1


def test_many_are_declared_at_once_and_only_what_is_new_is_counted(db, commune):
    every = db.scalars(select(area(db, "Việt Nam").__class__.id).limit(400)).all()
    told = [Declaration("branch_head", DAY, 5, area_id=key) for key in every]

    assert people.declare_headcounts(db, OPERATOR, told, now=NOW) == len(every)
    changed = [*told[1:], Declaration("branch_head", DAY, 6, area_id=every[0])]
    assert people.declare_headcounts(db, OPERATOR, changed, now=NOW + timedelta(1)) == 1
    acts = select(AuditEntry.details).where(AuditEntry.subject == "headcount")
    found = db.scalars(acts.order_by(AuditEntry.id))
    assert [one["count"] for one in found] == [len(every), 1]


def test_many_take_few_statements(db, count_queries):
    keys = db.scalars(select(area(db).__class__.id).limit(400)).all()
    told = [Declaration("branch_head", DAY, 5, area_id=key) for key in keys]

    with count_queries() as queries:
        people.declare_headcounts(db, OPERATOR, told, now=NOW)

    assert len(queries) <= 12


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"number": -1}, "number"),
        ({"number": 10_000_000}, "number"),
        ({"number": 5, "as_of": date(2026, 11, 22)}, "as_of"),
        ({"number": 5, "area_id": None}, "area"),
        ({"number": 5, "org_unit_id": 1}, "area"),
    ],
)
def test_what_cannot_be_is_refused(declare, told, field):
    with pytest.raises(InvalidInput) as refused:
        declare(**told)

    assert list(refused.value.fields) == [field]


def test_what_was_declared_by_mistake_is_taken_back_once(db, commune, declare):
    row = declare(35)

    people.take_back_headcounts(db, OPERATOR, [row], now=NOW)

    assert people.headcounts_on(db, ["branch_head"], [commune.id], DAY) == {}
    with pytest.raises(Conflict):
        people.take_back_headcounts(db, OPERATOR, [row], now=NOW)
    assert declare(35).id != row.id
