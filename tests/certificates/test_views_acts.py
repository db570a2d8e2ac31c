"""Issuing and ending on pages: by whom, with which words, and twice."""

from datetime import date

import pytest
from sqlalchemy import func, select, update

from elearn import jobs
from elearn.access import Role
from elearn.certificates import Certificate, CertificateState, State
from tests.make import certificates as make
from tests.make import people

pytestmark = pytest.mark.usefixtures("november")
HUNG_YEN, QUANG_NINH = "Tỉnh Hưng Yên", "Tỉnh Quảng Ninh"


def _decision(**changes):
    said = {
        "issuer": "HVPN",
        "number": "512/QĐ-HVPN",
        "decided_on": "2026-11-18",
        "signer_name": "Trần Thị Minh Hạnh",
    }
    return {**said, **changes}


def test_the_administrator_issues_to_those_ticked(client, db, enter):
    held = make.closed_class(db)
    enter(Role.ADMINISTRATOR, HUNG_YEN)
    address = f"/classes/{held.id}/certificates"
    page = client.get(address).text
    asked = make.order(db, held)

    answer = client.post(address, data=_decision(people=list(asked.participation_ids)[:1]))

    assert page.count("checked") == 2
    assert answer.location == address
    assert db.scalars(select(Certificate.shown_number)).all() == ["0001/2026/CC-HVPN"]
    assert "Đã cấp 1 giấy" in client.get(address).text


def test_what_will_be_printed_is_seen_before_it_is_issued(client, db, enter):
    person = people.person(db, "Bùi Thị Thoa", born_on=date(1979, 3, 5))
    people.tenure(db, person)
    held = make.closed_class(db, person)
    enter(Role.ADMINISTRATOR, HUNG_YEN)

    page = client.get(f"/classes/{held.id}/certificates").text

    for printed in ("Bùi Thị Thoa", "05/3/1979", "Hội LHPN xã Hưng Hà, tỉnh Hưng Yên"):
        assert printed in page


def test_a_second_press_of_the_button_is_answered_in_words(client, db, enter):
    held = make.closed_class(db)
    enter(Role.ADMINISTRATOR, HUNG_YEN)
    address, said = f"/classes/{held.id}/certificates", _decision()
    said["people"] = list(make.order(db, held).participation_ids)

    first, second = client.post(address, data=said), client.post(address, data=said)

    assert (first.status_code, second.status_code) == (303, 409)
    assert "đã có giấy còn hiệu lực" in second.text
    assert db.scalar(select(func.count()).select_from(Certificate)) == 2


def test_what_is_wrong_is_told_at_its_field_and_the_ticks_are_kept(client, db, enter):
    held = make.closed_class(db)
    enter(Role.ADMINISTRATOR, HUNG_YEN)
    one = min(make.order(db, held).participation_ids)

    answer = client.post(
        f"/classes/{held.id}/certificates", data=_decision(decided_on="2026-11-10", people=[one])
    )

    assert answer.status_code == 422
    assert "Ngày quyết định không thể trước ngày 16/11/2026." in answer.text
    assert answer.text.count("checked") == 1


def test_what_no_paper_can_hold_is_told_before_a_number_is_given(client, db, enter):
    held = make.closed_class(db)
    enter(Role.ADMINISTRATOR, HUNG_YEN)
    said = _decision(signer_name="王", people=list(make.order(db, held).participation_ids))

    answer = client.post(f"/classes/{held.id}/certificates", data=said)

    assert answer.status_code == 422
    assert "Không in được “王”" in answer.text
    assert db.scalars(select(Certificate)).all() == []


def test_what_failed_to_be_printed_is_printed_again_when_asked(client, db, enter, issued):
    db.execute(update(jobs.Job).values(state=jobs.JobState.FAILED))
    enter(Role.ADMINISTRATOR, HUNG_YEN)
    address = f"/certificates/{issued.id}"

    assert "In lại bản PDF" in client.get(address).text
    assert client.post(f"{address}/print").location == address
    assert db.scalars(select(jobs.Job.state)).all() == [jobs.JobState.QUEUED]
    assert "In lại bản PDF" not in client.get(address).text
    assert client.post(f"{address}/print").status_code == 409


def test_an_inspector_reads_the_list_of_a_class_and_changes_nothing(client, db, enter, issued):
    held = issued.participation.training_class
    enter(Role.INSPECTOR, HUNG_YEN)

    page = client.get(f"/classes/{held.id}/certificates")

    assert "0001/2026/CC-HVPN" in page.text
    assert "<form" not in page.text.partition("<main")[2].partition("</main>")[0]
    assert client.post(f"/classes/{held.id}/certificates", data=_decision()).status_code == 403
    assert client.get(f"/certificates/{issued.id}/revoke").status_code == 403
    assert client.post(f"/certificates/{issued.id}/revoke").status_code == 403
    assert client.post(f"/certificates/{issued.id}/replace").status_code == 403
    assert client.post(f"/certificates/{issued.id}/print").status_code == 403


def test_a_learner_does_not_reach_the_list_of_a_class(client, sign_in_holder, issued):
    held = issued.participation.training_class

    assert client.get(f"/classes/{held.id}/certificates").status_code == 404


def test_revoking_asks_for_decision_day_and_reason(client, db, enter, issued):
    enter(Role.ADMINISTRATOR, HUNG_YEN)
    address = f"/certificates/{issued.id}/revoke"
    said = {"number": "31/QĐ", "decided_on": "2026-11-20", "reason": "Cấp nhầm người."}

    empty, done = client.post(address), client.post(address, data=said)

    assert empty.status_code == 422
    assert done.location == f"/certificates/{issued.id}"
    assert "Cấp nhầm người." in client.get(f"/certificates/{issued.id}").text
    assert client.post(address, data=said).status_code == 409


def test_replacing_shows_what_is_printed_and_leads_to_the_new_one(client, db, enter, issued):
    enter(Role.ADMINISTRATOR, HUNG_YEN)
    address = f"/certificates/{issued.id}/replace"
    said = {"number": "32/QĐ", "decided_on": "2026-11-20", "reason": "In sai năm sinh."}
    said |= {"full_name": issued.full_name, "born": "05/03/1979", "signer_name": "Ai ký"}

    page, done = client.get(address), client.post(address, data=said)

    assert 'value="1979"' in page.text
    assert 'value="1"' not in page.text
    other = db.scalars(select(Certificate).where(Certificate.edition == 2)).one()
    assert done.location == f"/certificates/{other.id}"
    assert other.born == "05/3/1979"
    states = db.scalars(select(CertificateState.state).order_by(CertificateState.id)).all()
    assert sorted(states) == sorted([State.VALID, State.VALID, State.REPLACED])
    assert "0001/2026/CC-HVPN" in client.get(done.location).text


def test_a_class_that_is_open_says_what_has_to_come_first(client, db, enter):
    held = make.closed_class(db, state="open")
    enter(Role.ADMINISTRATOR, HUNG_YEN)

    assert "Lớp chưa chốt danh sách" in client.get(f"/classes/{held.id}/certificates").text


@pytest.mark.parametrize("act", ["revoke", "replace", "print"])
def test_who_is_signed_out_changes_nothing(client, act):
    assert "/sign-in" in client.post(f"/certificates/1/{act}").location
    assert "/sign-in" in client.post("/classes/1/certificates").location


def test_a_stranger_changes_nothing(client, enter, issued):
    enter(Role.ADMINISTRATOR, QUANG_NINH)
    held = issued.participation.training_class_id

    acts = [f"/certificates/{issued.id}/{act}" for act in ("revoke", "replace", "print")]
    for act in (*acts, f"/classes/{held}/certificates"):
        assert client.post(act, data=_decision()).status_code == 404, act
