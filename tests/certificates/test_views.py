"""The pages of certificates: signed out, a stranger, who may look, and who may act."""

import pytest
import time_machine
from sqlalchemy import func, select

from elearn.access import Role
from elearn.certificates import Certificate, CertificateState, FileKind, State
from elearn.certificates.service import keep_file
from elearn.storage import Kept
from tests.make import accounts as make_accounts
from tests.make import certificates as make
from tests.make import people as make_people

HUNG_YEN, QUANG_NINH = "Tỉnh Hưng Yên", "Tỉnh Quảng Ninh"


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel(make.NOW, tick=False):
        yield


@pytest.fixture
def holder(db):
    return make_people.person(db, "Nguyễn Thị Ngọc Ưỡng", birth_year=1979)


@pytest.fixture
def issued(db, holder):
    return make.certificate(db, holder)


@pytest.fixture
def drawn(db, store, issued, tmp_path):
    """The certificate with a file in the store."""
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF-1.7 a certificate" * 5000)
    kept: Kept = store.keep(paper)
    keep_file(db, issued, FileKind.RENDERED, kept, now=make.NOW)
    db.flush()
    return issued


@pytest.fixture
def sign_in_holder(db, sign_in, holder):
    sign_in(make_accounts.account(db, holder))


def _decision(**changes):
    said = {
        "issuer": "HVPN",
        "number": "512/QĐ-HVPN",
        "decided_on": "2026-11-18",
        "signer_name": "Trần Thị Minh Hạnh",
    }
    return {**said, **changes}


@pytest.mark.parametrize("page", ["", "/mine", "/1", "/1/file", "/1/revoke", "/1/replace"])
def test_who_is_signed_out_is_asked_to_sign_in(client, page):
    assert "/sign-in" in client.get(f"/certificates{page}").location
    assert "/sign-in" in client.get("/classes/1/certificates").location


@pytest.mark.parametrize("act", ["/certificates/1/revoke", "/certificates/1/replace"])
def test_who_is_signed_out_changes_nothing(client, act):
    assert "/sign-in" in client.post(act).location
    assert "/sign-in" in client.post("/classes/1/certificates").location


def test_a_stranger_does_not_learn_that_it_exists(client, enter, drawn):
    enter(Role.ADMINISTRATOR, QUANG_NINH)
    held = drawn.participation.training_class_id

    pages = [f"/certificates/{drawn.id}{page}" for page in ("", "/file", "/revoke", "/replace")]
    for page in (*pages, f"/classes/{held}/certificates"):
        answer = client.get(page)
        assert answer.status_code == 404, page
        assert drawn.full_name not in answer.text, page
    assert drawn.full_name not in client.get("/certificates").text


def test_a_stranger_changes_nothing(client, enter, issued):
    enter(Role.ADMINISTRATOR, QUANG_NINH)
    held = issued.participation.training_class_id

    acts = [f"/certificates/{issued.id}/{act}" for act in ("revoke", "replace")]
    for act in (*acts, f"/classes/{held}/certificates"):
        assert client.post(act, data=_decision()).status_code == 404, act


def test_another_learner_gets_neither_page_nor_file(client, db, sign_in, drawn):
    sign_in(make_accounts.account(db))

    assert client.get(f"/certificates/{drawn.id}").status_code == 404
    assert client.get(f"/certificates/{drawn.id}/file").status_code == 404
    assert client.get("/certificates").status_code == 403
    assert drawn.full_name not in client.get("/certificates/mine").text


def test_a_learner_sees_her_certificate_and_takes_its_file(client, sign_in_holder, drawn):
    page = client.get("/certificates/mine")

    assert "Nguyễn Thị Ngọc Ưỡng" in page.text
    assert "Tải bản PDF, 110 kB" in page.text
    assert f"/c/{drawn.token}" in page.text
    with client.get(f"/certificates/{drawn.id}/file") as file:
        assert (file.status_code, file.mimetype) == (200, "application/pdf")
        told = file.headers["Content-Disposition"]
    assert "filename=chung-chi-0001-2026-cc-hvpn-nguyen-thi-ngoc-uong.pdf" in told
    assert "filename*=UTF-8''Ch%E1%BB%A9ng%20ch%E1%BB%89%200001-2026" in told


def test_while_it_is_printed_the_page_says_so_and_the_file_waits(client, sign_in_holder, issued):
    page = client.get("/certificates/mine")

    assert "đang được in" in page.text
    assert client.get(f"/certificates/{issued.id}/file").status_code == 404
    assert client.get(f"/certificates/{issued.id}").status_code == 200


def test_a_revoked_one_is_kept_with_its_reason_and_without_its_frame(
    client, db, sign_in_holder, issued
):
    make.revoked(db, issued)

    page = client.get("/certificates/mine").text

    assert "Đã bị thu hồi" in page
    assert "Cấp cho người không dự lớp." in page
    assert 'class="deed"' not in page


def test_what_is_coming_is_told_too(client, db, sign_in_holder, holder):
    make.closed_class(db, holder)

    assert "Chờ quyết định" in client.get("/certificates/mine").text


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.INSPECTOR])
def test_those_of_the_province_see_list_page_and_file(client, enter, drawn, role):
    enter(role, HUNG_YEN)

    listed, page = client.get("/certificates?name=uong"), client.get(f"/certificates/{drawn.id}")

    assert "0001/2026/CC-HVPN" in listed.text
    assert "512/QĐ-HVPN, ngày 18/11/2026" in page.text
    with client.get(f"/certificates/{drawn.id}/file") as file:
        assert file.status_code == 200


def test_a_filter_that_means_nothing_is_left_open(client, enter, issued):
    enter(Role.INSPECTOR, HUNG_YEN)

    assert issued.shown_number in client.get("/certificates?year=x&kind=y&state=z&page=0").text


def test_the_list_takes_a_bounded_number_of_queries(client, db, enter, count_queries):
    make.issued(db, make.closed_class(db, *(make_people.person(db) for _ in range(5))))
    enter(Role.ADMINISTRATOR, HUNG_YEN)

    with count_queries() as queries:
        client.get("/certificates")

    assert len(queries) <= 7


def test_ones_own_page_takes_a_bounded_number_of_queries(
    client, db, sign_in_holder, holder, count_queries
):
    for _ in range(3):
        make.certificate(db, holder)
        make.closed_class(db, holder)

    with count_queries() as queries:
        client.get("/certificates/mine")

    assert len(queries) <= 11


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
