"""Rows a person decides upon: the two side by side, the buttons, and what many rows wait for."""

from dataclasses import replace
from datetime import date

import pytest

from elearn.access import Role
from elearn.people import MoveKind
from elearn.people.roster.models import BatchState, QuestionKind, RosterBatch
from elearn.people.roster.rules.entries import Place
from elearn.people.roster.rules.layouts import RosterField as F
from elearn.people.roster.rules.verdicts import Answer, Candidate, RowStatus
from tests.make import batches as make
from tests.make import people as make_people
from tests.make.areas import area

DOUBTFUL = RowStatus.DOUBTFUL


@pytest.fixture
def thuy(db, branch):
    who = make_people.person(db, "Bùi Thị Thúy", phone="0905111222", birth_year=1984)
    return make_people.tenure(db, who, at=branch, post="branch_head").person


@pytest.fixture
def batch(db):
    return make.batch(db)


@pytest.fixture
def page(batch):
    return f"/people/import/{batch.id}/preview?tab=doubtful"


@pytest.fixture
def doubt(db, batch, thuy):
    """A row of the file that may mean Bùi Thị Thúy: the same but for where the tone stands."""
    said = make.entry(
        13,
        "Bùi Thị Thuý",
        phone="0905111222",
        born_on=date(1984, 5, 3),
        place=Place(commune="Xã Hưng Hà", branch="Thôn Đồng"),
        cells={F.NAME: "BÙI THỊ THUÝ", F.BORN: "3/5/84"},
    )
    she = Candidate(thuy.id, ("name_key", "phone"))
    told = {"candidates": (she,), "reasons": make.doubt("same_name")}
    return make.row(db, batch, said, DOUBTFUL, **told)


@pytest.fixture
def address(batch, doubt):
    return f"/people/import/{batch.id}/rows/{doubt.id}"


def test_signed_out_one_is_asked_to_sign_in(client, address):
    assert "/sign-in" in client.post(address).location


def test_a_stranger_has_no_such_row(client, enter, address):
    enter(place="Tỉnh Quảng Ninh")

    assert client.post(address, data={"answer": "skip"}).status_code == 404


def test_a_row_of_another_file_is_not_found(db, client, enter, doubt):
    other = make.batch(db)
    enter()

    answer = client.post(f"/people/import/{other.id}/rows/{doubt.id}", data={"answer": "skip"})

    assert answer.status_code == 404


@pytest.mark.usefixtures("doubt")
def test_the_two_stand_side_by_side_with_equal_buttons(client, enter, page):
    enter()

    text = client.get(page).text

    assert "Nghi trùng 1 trên 1: hai dòng này là một người?" in text
    assert "Giống: họ tên (chỉ khác chỗ đặt dấu), số điện thoại" in text
    assert "ô gốc: BÙI THỊ THUÝ" in text
    assert "Bùi Thị Thúy</b>" in text
    for words in ("giữ tên đang có", "lấy tên trong tệp", "Là hai người"):
        assert f"{words}</button>" in text
    assert text.count("main-action") == 0


@pytest.mark.usefixtures("doubt")
def test_an_inspector_finds_no_buttons(client, enter, page, address):
    enter(Role.INSPECTOR)

    assert "Là hai người" not in client.get(page).text
    assert client.post(address, data={"answer": "another_person"}).status_code == 403


@pytest.mark.usefixtures("entered")
def test_one_decision_and_the_next_pair_follows(db, client, doubt, address, thuy):
    batch = db.get_one(RosterBatch, doubt.batch_id)
    other = make.entry(15, "Bùi Thị Thúy", phone=None)
    same = {"candidates": (Candidate(thuy.id, ("name",)),), "reasons": make.doubt("same_name")}
    make.row(db, batch, other, DOUBTFUL, **same)
    answer = client.post(address, data={"answer": "same_keep_name", "person": thuy.id})

    assert answer.status_code == 303
    db.refresh(doubt)
    assert (doubt.answer, doubt.person_id) == (Answer.SAME_KEEP_NAME, thuy.id)
    following = client.get(answer.location).text
    assert "Dòng 13 nay là" in following
    assert "Dòng 15 trong tệp" in following


@pytest.mark.usefixtures("entered")
def test_later_leads_to_the_next_and_changes_nothing(db, client, batch, doubt, page):
    later = make.row(db, batch, make.entry(15), DOUBTFUL, reasons=make.doubt("known_elsewhere"))
    text = client.get(page).text

    assert f'doubt={later.id}#doubt">Để sau' in text
    assert "2 trên 2: dòng 15" in client.get(f"{page}&doubt={later.id}").text


def test_somebody_of_another_province_is_not_shown(db, client, enter, batch, page):
    unit = make_people.org_unit(db, "Hội LHPN Hạ Long", at=area(db, "Phường Hạ Long"))
    far = make_people.person(db, "Lê Thị Xa", phone="0911222333")
    make_people.tenure(db, far, at=unit)
    told = {"candidates": (Candidate(far.id, ("phone",)),), "reasons": make.doubt("same_phone")}
    make.row(db, batch, make.entry(13), DOUBTFUL, **told)
    enter()

    text = client.get(page).text

    assert "Lê Thị Xa" not in text
    assert "đang ở địa bàn khác" in text


def test_two_rows_of_a_file_about_one_person_stand_beneath_each_other(
    db, client, enter, batch, page
):
    for name in ("Lê Thị Na", "Bùi Thị Thuý"):  # The chair and her deputy stand in one row.
        make.row(db, batch, replace(make.entry(13, name), sheet="Tổ 1"))
    again = make.entry(14, "Bùi Thị Thúy", duplicate_of=13, duplicate_sheet="Tổ 1")
    make.row(db, batch, again, DOUBTFUL, reasons=make.doubt("duplicate", "13"))
    enter()

    text = client.get(page).text

    assert "hai dòng trong tệp này là một người?" in text
    assert "Bùi Thị Thuý" in text
    assert "Lê Thị Na" not in text
    assert "Là một người, bỏ dòng này</button>" in text


@pytest.mark.usefixtures("entered")
def test_a_second_post_is_asked_about_as_such_and_alike_rows_at_once(db, client, batch, thuy, page):
    told = {"person_id": thuy.id, "reasons": make.doubt("other_post", "Chi hội trưởng")}
    rows = [make.row(db, batch, make.entry(13 + n), DOUBTFUL, **told) for n in range(2)]
    text = client.get(page).text
    assert "chuyển hay kiêm nhiệm?" in text
    assert "Dùng cho mọi dòng đang hỏi câu này" in text

    sent = {"answer": "second_post", "alike": "other_post"}
    address = f"/people/import/{batch.id}/rows/{rows[0].id}"
    answer = client.post(address, data=sent, follow_redirects=True)

    assert "Đã ghi quyết định cho 2 dòng." in answer.text


@pytest.mark.parametrize("said", ["", "yes", "same_keep_name"])
@pytest.mark.usefixtures("entered")
def test_what_is_no_answer_is_refused_and_nothing_is_lost(db, client, doubt, address, said):
    assert client.post(address, data={"answer": said}).status_code == 422
    db.refresh(doubt)
    assert doubt.answer is None


def test_what_somebody_else_decided_meanwhile_is_told(db, client, enter, doubt, address):
    doubt.status = RowStatus.NEW
    db.flush()
    enter()

    answer = client.post(address, data={"answer": "another_person"})

    assert answer.status_code == 409
    assert "vừa được quyết định ở nơi khác" in answer.text


def test_where_a_split_commune_went_is_asked_once(db, client, enter, batch, page):
    here, there = area(db), area(db, "Phường Phố Hiến")
    question = make.question(db, batch, here.id, there.id)
    told = {"question_id": question.id, "reasons": make.doubt("place_split", "Xã Minh Khai")}
    make.row(db, batch, make.entry(3), DOUBTFUL, **told)
    enter()
    text = client.get(page).text
    assert "“Xã Minh Khai” nay là nơi nào?" in text
    assert "Phường Phố Hiến, tỉnh Hưng Yên" in text
    assert 'id="doubt"' not in text  # It is not decided upon by itself.

    address = f"/people/import/{batch.id}/questions/{question.id}"
    assert client.post(address, data={"choice": "1"}).status_code == 422
    answer = client.post(address, data={"choice": str(here.id)})

    assert answer.status_code == 303
    db.refresh(question)
    assert question.answer == str(here.id)


def test_why_posts_were_left_is_asked_once(db, client, enter, batch, page):
    kinds = [one.value for one in MoveKind]
    make.question(db, batch, *kinds, kind=QuestionKind.MOVE, about="", shown="")
    make.row(db, batch, make.entry(3))
    enter()

    text = client.get(page).text

    assert "vì sao thôi chức danh cũ?" in text
    assert "Luân chuyển" in text


def test_a_pair_takes_few_queries(client, enter, page, doubt, count_queries):
    enter()
    with count_queries() as queries:
        client.get(page)

    assert len(queries) <= 32


def test_doubts_of_a_file_put_away_are_shut(db, client, enter, batch, address):
    batch.state = BatchState.DISCARDED
    db.flush()
    enter()

    assert client.post(address, data={"answer": "another_person"}).status_code == 409


@pytest.mark.usefixtures("entered")
def test_a_row_that_was_left_out_can_be_asked_about_again(db, client, address, page, doubt):
    client.post(address, data={"answer": "skip"})
    left_out = client.get(page.replace("doubtful", "skipped")).text
    answer = client.post(f"{address}/reopen")

    assert "Xem lại dòng 13" in left_out
    assert answer.location.endswith(f"preview?tab=doubtful&doubt={doubt.id}")
    db.refresh(doubt)
    assert doubt.status is not RowStatus.SKIPPED
    assert client.post(f"{address}/reopen").status_code == 409
