"""What the columns of a file mean: shown as guessed, confirmed, and refused in words."""

from dataclasses import replace

import pytest

from elearn.access import Role
from elearn.encodings import Encoding
from elearn.people.roster import service
from elearn.people.roster.models import BatchState
from elearn.people.roster.rules.layout import layouts_from
from elearn.people.roster.rules.layouts import RosterField
from tests.make import batches as make
from tests.people.roster.reading_here import book_of

SENT = {
    "field0-0": "number",
    "field0-1": "name",
    "field0-2": "born",
    "field0-3": "note",
    "encoding0-1": "tcvn3",
    "since": "2026-07-01",
}


@pytest.fixture
def batch(db):
    return make.batch(db, BatchState.COLUMNS)


@pytest.fixture
def page(batch):
    return f"/people/import/{batch.id}/columns"


def test_signed_out_one_is_asked_to_sign_in(client, page):
    assert "/sign-in" in client.get(page).location


def test_a_stranger_has_no_such_file(client, enter, page):
    enter(place="Tỉnh Quảng Ninh")

    assert client.get(page).status_code == 404
    assert client.post(page, data=SENT).status_code == 404


def test_an_inspector_sees_that_it_waits_and_confirms_nothing(client, enter, batch, page):
    enter(Role.INSPECTOR)

    assert "Chờ người gửi xem lại các cột" in client.get(f"/people/import/{batch.id}").text
    assert client.post(page, data=SENT).status_code == 403


@pytest.mark.usefixtures("batch")
def test_columns_stand_as_guessed_with_how_sure_that_is(client, enter, page):
    enter()

    text = client.get(page).text

    assert '<option value="name" selected>Họ và tên</option>' in text
    assert "Nhận ra theo tiêu đề." in text
    assert "Có lẽ đúng, xem lại." in text
    assert "Không nhận ra cột này." in text
    assert "NguyÔn ThÞ H-êng" in text
    assert "<b>Nguyễn Thị Hường</b>" in text
    assert "E: Ghi chú" in text
    assert "dòng 6 (tổng, chữ ký" in text


def test_a_batch_opens_at_its_columns(client, enter, batch, page):
    enter()

    assert client.get(f"/people/import/{batch.id}").location == page


def test_what_is_confirmed_is_kept_and_compared(db, client, enter, batch, page):
    enter()

    answer = client.post(page, data=SENT)

    assert answer.status_code == 303
    db.refresh(batch)
    (layout,) = layouts_from(batch.layout["layouts"])
    assert (batch.state, str(batch.since)) == (BatchState.COMPARING, "2026-07-01")
    assert layout.columns[3].field is RosterField.NOTE
    assert layout.columns[3].confidence == 1
    assert layout.columns[1].encoding is Encoding.TCVN3
    assert batch.layout["samples"] == make.SAMPLES


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"field0-1": "note"}, "chưa có cột nào là họ và tên"),
        ({"field0-3": "name"}, "có 2 cột cùng là “Họ và tên”"),
        ({"since": ""}, "Chọn ngày."),
    ],
)
@pytest.mark.usefixtures("entered")
def test_what_cannot_be_is_told_and_nothing_is_lost(client, page, sent, words):
    answer = client.post(page, data=SENT | sent)

    assert answer.status_code == 422
    assert words in answer.text
    assert f'<option value="{sent.get("field0-3", "note")}" selected>' in answer.text
    assert "Mỗi cột là gì?" in client.get(page).text


def test_a_sheet_can_be_left_out(db, client, enter, batch, page):
    batch.layout = make.kept_layout(make.LAYOUT, replace(make.LAYOUT, sheet="Nháp"))
    db.flush()
    enter()
    assert "Nhập trang tính này" in client.get(page).text

    client.post(page, data=SENT | {"take0": "1"})
    db.refresh(batch)
    assert batch.layout["left_out"] == ["Nháp"]


def test_two_tables_of_one_sheet_are_taken_together(client, enter, db, batch, page):
    below = replace(make.LAYOUT, header_rows=(40,), entry_rows=(41, 42))
    batch.layout = make.kept_layout(make.LAYOUT, below)
    db.flush()
    enter()

    text = client.get(page).text

    assert "Trang tính “Sheet1”, bảng thứ 2" in text
    assert "Nhập trang tính này" not in text
    assert 'name="field1-1"' in text


def test_no_sheet_at_all_is_refused(db, client, enter, batch, page):
    batch.layout = make.kept_layout(make.LAYOUT, replace(make.LAYOUT, sheet="Nháp"))
    db.flush()
    enter()

    assert "Chọn ít nhất một trang tính" in client.post(page, data=SENT).text


def test_the_same_file_written_before_is_told(db, client, enter, batch, page):
    written = make.batch(db, BatchState.COMMITTED, committed_at=make.RECEIVED)
    written.sha256 = batch.sha256
    db.flush()
    enter()

    text = client.get(page).text

    assert "Tệp này đã được ghi ngày 20/11/2026" in text
    assert f"/people/import/{written.id}" in text


def test_columns_of_a_file_being_compared_are_shut(client, enter, db):
    batch = make.batch(db, BatchState.COMPARING)
    enter()

    assert client.get(f"/people/import/{batch.id}/columns").status_code == 302
    assert client.post(f"/people/import/{batch.id}/columns", data=SENT).status_code == 409


def test_a_number_of_identity_is_not_kept_with_the_rows_that_are_shown(db):
    batch = make.batch(db, BatchState.READING)
    lines = "STT;Họ và tên;Số CCCD;Chức vụ", "1;Vũ Thị Ngát;034184001234;Chủ tịch Hội LHPN"

    service.understand(db, batch, book_of("\n".join(lines).encode()))

    assert "034184001234" not in str(batch.layout)
    ((_, head), (_, row)) = next(iter(batch.layout["samples"].values()))["rows"]
    assert (head[2], row[2]) == ("Số CCCD", "…234")
