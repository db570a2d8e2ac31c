"""Tenures corrected, moved on from and taken back; plans; what stood before is kept."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from elearn import audit, people
from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput
from elearn.people import (
    Appointment,
    Correction,
    Ending,
    EndReason,
    Move,
    MoveKind,
    Plan,
)
from tests.make import people as make
from tests.make.areas import area

ACTOR = Actor(person_id=None)
MAY = datetime(2026, 5, 4, 2, tzinfo=UTC)
JUNE = datetime(2026, 6, 1, 2, tzinfo=UTC)
DAY = date(2026, 6, 1)


@pytest.fixture
def chair(db):
    return make.tenure(db)


@pytest.fixture
def elsewhere(db):
    return make.org_unit(db, "Hội LHPN phường Phố Hiến", at=area(db, "Phường Phố Hiến"))


def moved(db, tenure, unit, **values):
    post = values.pop("post", db.get_one(people.Post, "commune_union_chair"))
    told = {"kind": MoveKind.ROTATION, "on": DAY, "decision": "12/QĐ-HPN", **values}
    return Move(tenure=tenure, post=post, org_unit=unit, **told)


def actions(db):
    return db.scalars(select(audit.AuditEntry.action)).all()


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (MoveKind.TRANSFER, EndReason.TRANSFERRED),
        (MoveKind.ROTATION, EndReason.ROTATED),
        (MoveKind.SECONDMENT, EndReason.SECONDED),
        (MoveKind.ELECTION, EndReason.ELECTED),
    ],
)
def test_moving_on_ends_the_old_post_the_day_before_and_begins_the_new(
    db, chair, elsewhere, kind, reason
):
    new = people.transfer(db, ACTOR, moved(db, chair, elsewhere, kind=kind), now=JUNE)

    [old] = people.tenures_on(db, date(2026, 5, 31))
    assert (old.valid_to, old.end_reason, old.end_decision) == (
        date(2026, 5, 31),
        reason,
        "12/QĐ-HPN",
    )
    assert people.tenures_on(db, DAY) == [new]
    assert (new.person_id, new.org_unit_id, new.decision) == (
        chair.person_id,
        elsewhere.id,
        "12/QĐ-HPN",
    )
    assert actions(db) == ["transfer"]


def test_a_secondment_may_say_until_when(db, chair, elsewhere):
    until = date(2027, 5, 31)
    move = moved(db, chair, elsewhere, kind=MoveKind.SECONDMENT, until=until)

    assert people.transfer(db, ACTOR, move, now=JUNE).valid_to == until


def test_one_moves_to_another_post_of_the_same_unit_but_not_to_the_same(db, chair):
    vice = db.get_one(people.Post, "commune_union_vice_chair")

    with pytest.raises(InvalidInput):
        people.transfer(db, ACTOR, moved(db, chair, chair.org_unit), now=JUNE)

    move = moved(db, chair, chair.org_unit, post=vice, kind=MoveKind.ELECTION)
    assert people.transfer(db, ACTOR, move, now=JUNE).post_key == vice.key


def test_nobody_moves_on_before_the_old_post_began(db, chair, elsewhere):
    with pytest.raises(InvalidInput):
        people.transfer(db, ACTOR, moved(db, chair, elsewhere, on=make.START), now=JUNE)


def test_a_tenure_does_not_end_later_than_it_has_ended(db, chair):
    over = people.end_tenure(db, ACTOR, chair, Ending(DAY, EndReason.RETIRED), now=JUNE)

    later = Ending(date(2026, 7, 1), EndReason.RETIRED)

    with pytest.raises(InvalidInput, match="đã kết thúc ngày 01/06/2026"):
        people.end_tenure(db, ACTOR, over, later, now=JUNE)


def test_a_correction_supersedes_and_never_overwrites(db, chair):
    right = Correction(valid_from=date(2025, 8, 1), decision="9/QĐ-HPN")

    fixed = people.correct_tenure(db, ACTOR, chair, right, now=JUNE)

    assert (chair.valid_from, chair.superseded_at) == (make.START, JUNE)
    assert (fixed.valid_from, fixed.decision) == (date(2025, 8, 1), "9/QĐ-HPN")
    july = date(2025, 7, 15)
    assert people.tenures_on(db, july) == []
    assert people.tenures_on(db, july, known_at=MAY) == [chair]
    [entry] = db.scalars(select(audit.AuditEntry))
    assert entry.details == {"before": chair.id, "fields": ["decision", "valid_from"]}


def test_a_correction_may_open_an_end_again_unless_she_came_back_meanwhile(db, chair):
    over = people.end_tenure(db, ACTOR, chair, Ending(DAY, EndReason.OTHER), now=JUNE)
    again = Appointment(chair.person, chair.post, chair.org_unit, date(2026, 9, 1))
    people.appoint(db, ACTOR, again, now=JUNE)

    with pytest.raises(Conflict):
        people.correct_tenure(db, ACTOR, over, Correction(make.START), now=JUNE)
    short = Correction(make.START, date(2026, 8, 31), end_reason=EndReason.OTHER)
    assert people.correct_tenure(db, ACTOR, over, short, now=JUNE).valid_to == date(2026, 8, 31)


def test_a_reason_of_an_end_needs_the_day(db, chair):
    right = Correction(make.START, end_reason=EndReason.RETIRED)

    with pytest.raises(InvalidInput):
        people.correct_tenure(db, ACTOR, chair, right, now=JUNE)


def test_nobody_holds_a_post_of_a_unit_after_its_end(db, chair):
    people.end_unit(db, ACTOR, chair.org_unit, DAY, now=JUNE)
    who = make.person(db, "Lê Thị Ba")

    for until in (None, date(2026, 6, 2)):
        new = Appointment(who, chair.post, chair.org_unit, date(2026, 1, 1), until)
        with pytest.raises(InvalidInput, match="chỉ có đến ngày 01/06/2026"):
            people.appoint(db, ACTOR, new, now=JUNE)


def test_what_was_entered_by_mistake_is_taken_back_and_its_row_stays(db, chair):
    people.take_back(db, ACTOR, chair, "nhầm người trùng tên", now=JUNE)

    assert people.tenures_on(db, DAY) == []
    assert people.tenures_on(db, DAY, known_at=MAY) == [chair]
    [value] = db.scalars(select(audit.AuditPersonalValue))
    assert value.value == "nhầm người trùng tên"
    with pytest.raises(Conflict):
        people.take_back(db, ACTOR, chair, "lần nữa", now=JUNE)


def test_taking_back_needs_a_reason(db, chair):
    with pytest.raises(InvalidInput):
        people.take_back(db, ACTOR, chair, " ", now=JUNE)
    assert chair.superseded_at is None


def test_several_posts_are_held_at_once(db, chair):
    front = db.get_one(people.Post, "commune_front_vice_chair")
    new = Appointment(chair.person, front, chair.org_unit, make.START)

    people.appoint(db, ACTOR, new, now=JUNE)

    assert len(people.tenures_on(db, DAY)) == 2


def test_a_person_is_planned_for_a_post_for_a_term(db, chair):
    who = make.person(db, "Lê Thị Ba")
    plan = Plan(who, chair.post, chair.org_unit, date(2026, 1, 1), None, "2026–2031", "7/QĐ")

    planned = people.begin_planned(db, ACTOR, plan, now=MAY)

    [found] = people.planned_on(db, DAY, posts=["commune_union_chair"])
    assert (found, found.term) == (planned, "2026–2031")
    with pytest.raises(Conflict):
        people.begin_planned(db, ACTOR, plan, now=JUNE)
    over = people.end_planned(db, ACTOR, planned, date(2026, 5, 31), now=JUNE)
    assert people.planned_on(db, DAY) == []
    assert people.planned_on(db, DAY, known_at=MAY) == [planned]
    with pytest.raises(InvalidInput):
        people.end_planned(db, ACTOR, over, date(2026, 7, 1), now=JUNE)


def test_plans_are_asked_by_place(db):
    planned = make.planned(db)
    here = people.stands_of(db, [planned.org_unit_id], DAY)[planned.org_unit_id][0].area.path

    assert people.planned_on(db, DAY, paths=[here]) == [planned]
    assert people.planned_on(db, DAY, paths=["/1/999999/"]) == []
