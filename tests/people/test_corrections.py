"""What people ask to have corrected, and what is answered."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from elearn import people
from elearn.access import Actor, Role
from elearn.audit import AuditEntry, AuditPersonalValue
from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound
from elearn.people import CorrectedField, CorrectionState, Wanted
from elearn.people.rules import read_correction
from tests.make import people as make
from tests.make import proposals as saying
from tests.make.proposals import NOW

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def head(db):
    person = make.tenure(db, make.person(db, "Vu Thi Ngat", phone="0900000123")).person
    make.listed(db)
    return person


@pytest.fixture
def province(db):
    return saying.province(db)


def asked(db, head, field=CorrectedField.FULL_NAME, wanted="Vũ Thị Ngát", actor=None):
    return people.ask_correction(
        db, actor or Actor(head.id), head.id, Wanted(field, wanted), now=NOW
    )


@pytest.mark.parametrize(
    ("field", "wanted", "columns"),
    [
        ("full_name", "  Vũ  Thị Ngát ", {"full_name": "Vũ Thị Ngát"}),
        ("birth", "5/3/1979", {"born_on": date(1979, 3, 5), "birth_year": 1979}),
        ("birth", "1979", {"born_on": None, "birth_year": 1979}),
        ("birth", "31/02/1979", None),
        ("birth", "năm Mùi", None),
        ("gender", "Nữ", {"gender": "female"}),
        ("gender", "nam", {"gender": "male"}),
        ("gender", "?", None),
        ("phone", "+84 912 345 678", {"phone": "0912345678"}),
        ("phone", "12", None),
        ("other", "Chi hội thôn Đông", None),
    ],
)
def test_what_is_wanted_is_read_as_people_write_it(field, wanted, columns):
    assert read_correction(CorrectedField(field), wanted) == columns


def test_what_is_applied_stands_in_her_record_and_the_old_value_can_be_erased(db, head, province):
    request = asked(db, head)
    people.apply_correction(db, province, request.id, now=LATER)

    assert (head.full_name, head.given_name, head.name_folded) == (
        "Vũ Thị Ngát",
        "Ngát",
        "vu thi ngat",
    )
    assert (request.state, request.decided_at) == (CorrectionState.APPLIED, LATER)
    old = select(AuditPersonalValue.value).where(AuditPersonalValue.name == "full_name")
    assert db.scalars(old).all() == ["Vu Thi Ngat"]
    assert head.phone == "0900000123"


def test_a_refusal_needs_a_reason(db, head, province):
    request = asked(db, head)

    with pytest.raises(InvalidInput):
        people.refuse_correction(db, province, request.id, "", now=LATER)
    people.refuse_correction(db, province, request.id, "Giấy tờ ghi khác.", now=LATER)

    assert (request.state, head.full_name) == (CorrectionState.REFUSED, "Vu Thi Ngat")
    with pytest.raises(Conflict):
        people.apply_correction(db, province, request.id, now=LATER)


def test_what_has_no_field_of_its_own_is_applied_with_words(db, head, province):
    request = asked(db, head, CorrectedField.OTHER, "Tôi ở chi hội thôn Đông")

    with pytest.raises(InvalidInput):
        people.apply_correction(db, province, request.id, now=LATER)
    people.apply_correction(db, province, request.id, "Đã chuyển chi hội.", now=LATER)

    assert request.answer == "Đã chuyển chi hội."


def test_asking_the_same_again_changes_nothing(db, head):
    assert asked(db, head) is asked(db, head)
    acts = select(AuditEntry).where(AuditEntry.subject == "correction_request")
    assert len(db.scalars(acts).all()) == 1


@pytest.mark.parametrize("wanted", ["", "x" * 501])
def test_nothing_or_too_much_is_refused(db, head, wanted):
    with pytest.raises(InvalidInput):
        asked(db, head, CorrectedField.OTHER, wanted)


@pytest.mark.parametrize("wanted", ["1/1/2099", "2099", "22/11/2026"])
def test_nobody_is_born_on_a_day_to_come(db, head, wanted):
    with pytest.raises(InvalidInput):
        asked(db, head, CorrectedField.BIRTH, wanted)


def test_a_stranger_asks_nothing_of_her(db, head):
    strangers = (
        Actor(make.person(db).id),
        saying.province(db, "Tỉnh Quảng Ninh"),
        saying.province(db, role=Role.INSPECTOR),
    )
    for actor in strangers:
        with pytest.raises(NotFound):
            asked(db, head, actor=actor)


def test_her_commune_may_ask_for_her_and_not_answer(db, head):
    commune = saying.commune(db)
    request = asked(db, head, actor=commune)

    with pytest.raises(Forbidden):
        people.apply_correction(db, commune, request.id, now=LATER)
    with pytest.raises(Forbidden):
        people.apply_correction(db, Actor(head.id), request.id, now=LATER)
    elsewhere = saying.province(db, "Tỉnh Quảng Ninh")
    with pytest.raises(NotFound):
        people.apply_correction(db, elsewhere, request.id, now=LATER)


def test_one_sees_ones_own_and_those_of_ones_area(db, head, province):
    request = asked(db, head)

    for actor in (Actor(head.id), province, saying.commune(db)):
        assert people.corrections_for(db, actor).rows == [request]
    others = (Actor(make.person(db).id), saying.province(db, "Tỉnh Quảng Ninh"), Actor(None))
    for actor in others:
        assert people.corrections_for(db, actor).rows == []
