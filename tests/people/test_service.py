"""Entering and joining persons, beginning and ending tenures, on both time axes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from elearn import audit, people
from elearn.access import OPERATOR, Actor
from elearn.errors import Conflict, InvalidInput
from elearn.people import Appointment, Ending, EndReason, NewPerson
from tests.make import people as make

ACTOR = Actor(person_id=1)
MAY = datetime(2026, 5, 4, 2, tzinfo=UTC)
JUNE = datetime(2026, 6, 1, 2, tzinfo=UTC)


def appointment(db, who=None, **values):
    post = db.get_one(people.Post, "branch_head")
    unit = values.pop("at", None) or make.org_unit(db)
    start = values.pop("valid_from", date(2026, 1, 1))
    return Appointment(who or make.person(db), post, unit, start, **values)


def test_a_person_is_entered_and_that_is_audited(db):
    person = people.add_person(db, ACTOR, NewPerson("Y Blô Niê"), now=MAY)

    entry = db.scalars(select(audit.AuditEntry)).one()
    assert (entry.action, entry.subject_id, entry.person_id) == ("add", person.id, 1)
    assert "Blô" not in str(entry.details)


def test_joining_two_entries_repoints_nothing(db):
    one, other = make.person(db), make.person(db, "Nguyễn Thị Hưởng")
    tenure = make.tenure(db, other)

    assert people.merge(db, OPERATOR, other, one, now=MAY) is one

    assert tenure.person_id == other.id
    assert people.canonical(db, other) is one
    assert people.entries_of(db, other) == [one, other]


def test_joining_in_a_chain_leaves_one_entry_that_stands_for_all(db):
    first, second, third = (make.person(db, name) for name in ("A", "B", "C"))
    people.merge(db, OPERATOR, third, second, now=MAY)

    people.merge(db, OPERATOR, second, first, now=MAY)

    db.refresh(third)
    assert (second.same_as_id, third.same_as_id) == (first.id, first.id)
    assert db.scalar(select(func.count(people.canonical_id().distinct()))) == 1


def test_joining_the_same_two_again_or_backwards_changes_nothing(db):
    one, other = make.person(db), make.person(db)

    for _ in range(2):
        people.merge(db, OPERATOR, other, one, now=MAY)
    people.merge(db, OPERATOR, one, other, now=MAY)

    assert (one.same_as_id, other.same_as_id) == (None, one.id)
    assert len(db.scalars(select(audit.AuditEntry)).all()) == 1


def test_an_entry_is_not_joined_to_two_people(db):
    one, other, third = make.person(db), make.person(db), make.person(db)
    people.merge(db, OPERATOR, other, one, now=MAY)

    with pytest.raises(Conflict):
        people.merge(db, OPERATOR, other, third, now=MAY)


def test_the_database_refuses_an_entry_that_is_the_same_as_itself(db):
    person = make.person(db)
    person.same_as_id = person.id

    with pytest.raises(IntegrityError, match="same_as_is_another_entry"):
        db.flush()


def test_ending_a_tenure_keeps_what_was_known_before(db):
    tenure = people.appoint(db, ACTOR, appointment(db), now=MAY)

    people.end_tenure(db, ACTOR, tenure, Ending(date(2026, 3, 31), EndReason.RETIRED), now=JUNE)

    april = date(2026, 4, 15)
    assert people.tenures_on(db, april) == []
    assert people.tenures_on(db, april, known_at=MAY) == [tenure]
    assert len(people.tenures_on(db, date(2026, 3, 31))) == 1


def test_a_superseded_row_is_not_ended_again(db):
    tenure = people.appoint(db, ACTOR, appointment(db), now=MAY)
    ending = Ending(date(2026, 3, 31), EndReason.OTHER)
    people.end_tenure(db, ACTOR, tenure, ending, now=JUNE)

    with pytest.raises(Conflict):
        people.end_tenure(db, ACTOR, tenure, ending, now=JUNE)


def test_a_tenure_does_not_end_before_it_begins(db):
    tenure = people.appoint(db, ACTOR, appointment(db), now=MAY)

    with pytest.raises(InvalidInput):
        people.end_tenure(db, ACTOR, tenure, Ending(date(2025, 12, 31), EndReason.OTHER), now=JUNE)


def test_nobody_holds_the_same_post_twice_on_a_day(db):
    new = appointment(db, valid_to=date(2026, 6, 30))
    people.appoint(db, ACTOR, new, now=MAY)

    with pytest.raises(Conflict):
        people.appoint(db, ACTOR, replace(new, valid_from=date(2026, 6, 30)), now=MAY)


def test_one_may_come_back_to_a_post_the_day_after(db):
    new = appointment(db, valid_to=date(2026, 6, 30))
    people.appoint(db, ACTOR, new, now=MAY)

    again = replace(new, valid_from=date(2026, 7, 1), valid_to=None)

    assert people.appoint(db, ACTOR, again, now=MAY).valid_to is None


def test_nobody_is_appointed_in_a_unit_that_is_not_there_yet(db):
    with pytest.raises(InvalidInput):
        people.appoint(db, ACTOR, appointment(db, valid_from=date(2025, 6, 30)), now=MAY)


def test_posts_are_loaded_once(db):
    assert people.load_posts(db, people.posts(people.POSTS)) == 0
    assert db.get_one(people.Post, "branch_head").level == "branch"


def test_district_posts_leave_their_groups_with_the_district(db):
    row = db.scalars(
        select(people.PostGroup).where(
            people.PostGroup.post_key == "union_district_chair",
            people.PostGroup.group_key == "union_officer",
        )
    ).one()

    assert row.valid_to == date(2025, 6, 30)
