"""Levels written down, taken back, and looked at once a year."""

from datetime import UTC, date, datetime

import pytest

from elearn import people
from elearn.access import OPERATOR
from elearn.errors import Conflict, InvalidInput
from elearn.people import Attainment, Field, Reached
from elearn.people.queries import reviewed_in, unreviewed_page
from elearn.people.rules import highest
from tests.make import people as make

NOW = datetime(2026, 6, 1, 2, tzinfo=UTC)
DAY = date(2026, 6, 1)


@pytest.fixture
def chair(db):
    return make.tenure(db).person


def names(db, day=DAY):
    return [row.person.full_name for row in unreviewed_page(db, OPERATOR, day).rows]


def test_a_level_is_written_down_and_counts_as_looked_at(db, chair):
    new = Reached(Attainment.THEORY_INTERMEDIATE, date(2020, 5, 1), "Trường Chính trị", "A 12")

    row = people.add_qualification(db, OPERATOR, chair, new, now=NOW)

    assert (row.field, row.institution) == (Field.POLITICAL_THEORY, "Trường Chính trị")
    review = reviewed_in(db, [chair.id], 2026)
    assert review
    assert review.reviewed_on == DAY
    with pytest.raises(Conflict):
        people.add_qualification(db, OPERATOR, chair, new, now=NOW)
    people.take_back(db, OPERATOR, row, "nhầm người", now=NOW)
    assert people.qualifications_of(db, [chair.id]) == []
    people.add_qualification(db, OPERATOR, chair, new, now=NOW)


def test_nobody_has_reached_a_level_on_a_day_to_come(db, chair):
    new = Reached(Attainment.MASTER, date(2026, 6, 2))

    with pytest.raises(InvalidInput):
        people.add_qualification(db, OPERATOR, chair, new, now=NOW)


def test_the_highest_level_of_each_field_is_hers_and_untrained_is_not_unknown():
    held = [Attainment.MASTER, Attainment.UPPER_SECONDARY, Attainment.STATE_NONE]

    assert highest(held) == {
        Field.EDUCATION: Attainment.MASTER,
        Field.STATE_MANAGEMENT: Attainment.STATE_NONE,
    }


def test_those_in_post_whose_levels_were_not_looked_at_this_year_are_a_list(db, chair):
    gone = make.tenure(db, make.person(db, "Lê Thị Ba"), valid_to=date(2026, 1, 1)).person
    assert names(db) == [chair.full_name]

    assert people.review_levels(db, OPERATOR, [chair.id], now=NOW) == 1
    assert people.review_levels(db, OPERATOR, [chair.id], now=NOW) == 0

    assert names(db) == []
    assert names(db, date(2027, 1, 2)) == [chair.full_name]
    assert gone.full_name not in names(db)


def test_a_look_at_one_entry_is_a_look_at_the_human_being(db, chair):
    whole = make.person(db, "Nguyễn Thị Hưởng")
    people.merge(db, OPERATOR, chair, whole, now=NOW)
    assert names(db) == [whole.full_name]

    people.review_levels(db, OPERATOR, [chair.id], now=NOW)

    assert names(db) == []
