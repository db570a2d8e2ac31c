"""Entries joined and parted: nothing is re-pointed, and undoing restores exactly what was."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from elearn import audit, people
from elearn.access import OPERATOR, Actor
from elearn.errors import Conflict, InvalidInput
from elearn.people import NewPerson
from elearn.people.queries import joins_of, likely_same
from tests.make import people as make

ACTOR = Actor(person_id=None)
NOW = datetime(2026, 6, 1, 2, tzinfo=UTC)


def same_as(*entries):
    return [entry.same_as_id for entry in entries]


@pytest.fixture
def four(db):
    return [make.person(db, name) for name in ("A", "B", "C", "D")]


def test_undoing_brings_followers_back_to_whom_they_followed(db, four):
    a, b, c, d = four
    people.merge(db, ACTOR, c, b, now=NOW)
    people.merge(db, ACTOR, d, b, now=NOW)
    people.merge(db, ACTOR, b, a, now=NOW)
    assert same_as(*four) == [None, a.id, a.id, a.id]

    [last, *_] = joins_of(db, a)
    assert people.undo_merge(db, ACTOR, last, now=NOW) is b

    assert same_as(*four) == [None, None, b.id, b.id]
    acts = db.scalars(select(audit.AuditEntry.action).order_by(audit.AuditEntry.id)).all()
    assert acts[-1] == "undo_merge"


def test_joins_are_undone_from_the_last_to_the_first(db, four):
    a, b, c, _ = four
    people.merge(db, ACTOR, b, a, now=NOW)
    people.merge(db, ACTOR, c, a, now=NOW)
    last, first = joins_of(db, a)

    with pytest.raises(Conflict):
        people.undo_merge(db, ACTOR, first, now=NOW)
    people.undo_merge(db, ACTOR, last, now=NOW)
    people.undo_merge(db, ACTOR, first, now=NOW)

    assert same_as(*four) == [None] * 4
    with pytest.raises(Conflict):
        people.undo_merge(db, ACTOR, first, now=NOW)


def test_parted_entries_may_be_joined_again_the_other_way(db, four):
    a, b, *_ = four
    people.merge(db, ACTOR, b, a, now=NOW)
    people.undo_merge(db, ACTOR, joins_of(db, b)[0], now=NOW)

    people.merge(db, ACTOR, a, b, now=NOW)

    assert same_as(a, b) == [b.id, None]
    assert len(joins_of(db, a)) == 1


@pytest.mark.parametrize(
    ("name", "values", "is_likely"),
    [
        ("Nguyễn Thị Hưởng", {"birth_year": 1980}, True),
        ("Nguyen Thi Huong", {"birth_year": 1981}, False),
        ("Trần Thị Ba", {"phone": "0912345678"}, True),
        ("Trần Thị Ba", {}, False),
    ],
)
def test_the_same_letters_and_year_or_telephone_propose_a_join(db, name, values, is_likely):
    who = make.person(db, birth_year=1980, phone="0912345678")
    other = make.person(db, name, **values)

    assert (other in likely_same(db, OPERATOR, who, besides=who.id)) is is_likely
    assert (other in likely_same(db, OPERATOR, NewPerson(who.full_name, birth_year=1980))) is (
        is_likely and "birth_year" in values
    )


def test_who_is_joined_already_is_not_proposed(db):
    who, other = (make.person(db, birth_year=1980) for _ in range(2))
    people.merge(db, ACTOR, other, who, now=NOW)

    assert likely_same(db, OPERATOR, who, besides=who.id) == []


def test_editing_keeps_what_stood_there_where_it_can_be_erased(db):
    who = make.person(db, "Nguyễn Thị Hường", phone="0912345678", birth_year=1980)
    told = NewPerson("Nguyễn Thị Hương", phone="0912 345 678", born_on=date(1980, 5, 3))

    fields = people.edit_person(db, ACTOR, who, told, now=NOW)

    assert set(fields) == {"full_name", "given_name", "born_on"}
    assert (who.full_name, who.given_name, who.birth_year) == ("Nguyễn Thị Hương", "Hương", 1980)
    entry = db.scalars(select(audit.AuditEntry)).one()
    assert "Hường" not in str(entry.details)
    values = {row.name: row.value for row in db.scalars(select(audit.AuditPersonalValue))}
    assert values == {"full_name": "Nguyễn Thị Hường", "given_name": "Hường"}


def test_editing_to_the_same_changes_nothing_and_the_impossible_is_refused(db):
    who = make.person(db, "Nguyễn Thị Hường", phone="0912345678")

    same = NewPerson("Nguyễn Thị Hường", phone="0912345678")
    assert people.edit_person(db, ACTOR, who, same, now=NOW) == ()
    with pytest.raises(InvalidInput):
        people.edit_person(db, ACTOR, who, NewPerson(" "), now=NOW)
    assert db.scalars(select(audit.AuditEntry)).all() == []


def test_a_post_held_in_one_entry_is_not_taken_up_in_another_and_doubles_can_be_ended(db, four):
    a, b, *_ = four
    unit = make.org_unit(db)
    first, second = (make.tenure(db, entry, at=unit) for entry in (a, b))
    people.merge(db, ACTOR, b, a, now=NOW)
    ending = people.Ending(date(2026, 5, 1), people.EndReason.RETIRED)

    people.end_tenure(db, ACTOR, first, ending, now=NOW)
    again = people.Appointment(a, first.post, unit, date(2026, 5, 15))
    with pytest.raises(Conflict):
        people.appoint(db, ACTOR, again, now=NOW)

    assert people.end_tenure(db, ACTOR, second, ending, now=NOW).valid_to == ending.on
    people.appoint(db, ACTOR, again, now=NOW)
