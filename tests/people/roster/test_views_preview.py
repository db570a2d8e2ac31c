"""What a file would change, row by row, and who is not in it."""

import pytest

from elearn.access import Role
from elearn.people.roster.models import BatchState
from elearn.people.roster.rules.entries import Place, Problem
from elearn.people.roster.rules.layouts import RosterField as F
from elearn.people.roster.rules.verdicts import Difference, RowStatus
from tests.make import batches as make
from tests.make import people as make_people
from tests.make.areas import area


@pytest.fixture
def batch(db):
    return make.batch(db, missing=1)


@pytest.fixture
def page(batch):
    return f"/people/import/{batch.id}/preview"


@pytest.fixture
def rows(db, batch):
    """A new row mended from an old font, a changed one, and one with errors."""
    mended = make.entry(
        12,
        phone="0382345678",
        born_on=None,
        birth_year=1985,
        place=Place(commune="Xã Minh Khai"),
        fixes=("tcvn3", "phone_prefix_2018:0168->038", "collapse_spaces"),
        cells={F.NAME: "NguyÔn ThÞ H­êng", F.COMMUNE: "xã Minh Khai", F.PHONE: "0168 234 5678"},
    )
    make.row(db, batch, mended, commune_id=area(db).id)
    moved = (Difference("phone", "0168 222 3344", "0912 345 600"), Difference("gender", "", "Nữ"))
    make.row(db, batch, make.entry(13, "Lê Thị An"), RowStatus.CHANGED, differences=moved)
    wrong = make.entry(
        14,
        "Phạm Văn Nam",
        posts=(),
        problems=(Problem("unknown_title", "Cán bộ VH", F.POST),),
        cells={F.POST: "Cán bộ VH"},
    )
    make.row(db, batch, wrong, RowStatus.ERROR)
    return batch


def test_signed_out_one_is_asked_to_sign_in(client, page):
    assert "/sign-in" in client.get(page).location


def test_a_stranger_has_no_such_file(client, enter, page, rows):
    enter(place="Tỉnh Quảng Ninh")

    assert client.get(page).status_code == 404
    assert client.get(page.replace("preview", "missing")).status_code == 404


@pytest.mark.usefixtures("rows")
def test_the_tabs_sum_up_to_the_file(client, enter, page, batch):
    enter()
    assert client.get(f"/people/import/{batch.id}").location == page

    text = client.get(page).text

    assert 'aria-current="true">Mới (1)' in text  # Nothing waits for a decision.
    assert "Thay đổi (1)" in text
    assert "Lỗi (1)" in text
    assert "Tất cả (3)" in text
    assert "quyết định (" not in text
    assert "Chưa có gì thay đổi" in text


@pytest.mark.usefixtures("rows")
def test_what_was_mended_stands_beside_the_cell_of_the_file(client, enter, page):
    enter()

    text = client.get(f"{page}?tab=new").text

    assert "Nguyễn Thị Hường" in text
    assert "ô gốc: NguyÔn ThÞ H-êng" in text
    assert "Xã Hưng Hà<small>ô gốc: xã Minh Khai" in text
    assert "0382\u00a0345\u00a0678" in text
    assert "phông cũ TCVN3" in text
    assert "0168 → 038" in text
    assert "dấu cách thừa" not in text


@pytest.mark.usefixtures("rows")
def test_what_changes_is_struck_and_underlined(client, enter, page):
    enter()

    text = client.get(f"{page}?tab=changed").text

    assert '<del class="was">0168 222 3344</del> <ins class="now-is">0912' in text
    assert "Giới tính: Nữ" in text


@pytest.mark.usefixtures("rows")
def test_an_error_says_what_to_do_in_the_file(client, enter, page):
    enter()

    text = client.get(f"{page}?tab=error").text

    assert '<b class="is-bad">Cán bộ VH</b>' in text
    assert "Ghi đúng tên chức danh" in text


@pytest.mark.usefixtures("rows")
def test_what_will_be_written_stands_in_a_sentence_with_its_number(client, enter, page):
    enter()

    text = client.get(page).text

    assert "Ghi 2 dòng đã rõ" in text
    assert "thêm 1 người mới; sửa 1 người đang có" in text
    assert "1 người đang có trong danh sách mà không có trong tệp" in text


@pytest.mark.usefixtures("rows")
def test_an_inspector_reads_and_finds_no_button(client, enter, page):
    enter(Role.INSPECTOR)

    text = client.get(page).text

    assert "Nguyễn Thị Hường" in text
    assert "Ghi 2 dòng" not in text


def test_a_file_in_which_nothing_is_new_says_so(db, client, enter, batch, page):
    make.row(db, batch, make.entry(3), RowStatus.UNCHANGED)
    enter()

    text = client.get(f"{page}?tab=unchanged").text

    assert "Chưa có dòng nào ghi được" in text
    assert "đã rõ" not in text


def test_rows_that_were_erased_keep_their_number_and_status(db, client, enter):
    batch = make.batch(db, BatchState.COMMITTED, committed_at=make.RECEIVED)
    row = make.row(db, batch, make.entry(7))
    row.entry, row.verdict = {}, {}
    db.flush()
    enter()

    text = client.get(f"/people/import/{batch.id}/preview?tab=all").text

    assert "đã xóa" in text
    assert "Nguyễn Thị Hường" not in text


@pytest.mark.usefixtures("entered")
def test_many_rows_are_paged_in_few_queries(db, client, batch, page, count_queries):
    for number in range(60):
        make.row(db, batch, make.entry(10 + number), commune_id=area(db).id)
    with count_queries() as queries:
        text = client.get(f"{page}?tab=new&page=3").text

    assert "Dòng 51–60 trên 60" in text
    assert "tab=new&amp;page=2" in text
    assert len(queries) <= 22


def test_who_is_not_in_the_file_is_told_and_not_ended(db, client, enter, batch, chair):
    batch.covers = {"commune_union_chair": [area(db).id]}
    make_people.listed(db)
    enter()

    text = client.get(f"/people/import/{batch.id}/missing").text

    assert "Vũ Thị Ngát" in text
    assert "Không ai bị xóa hay thôi chức danh" in text


def test_a_file_not_compared_yet_has_no_preview(db, client, enter):
    batch = make.batch(db, BatchState.READING)
    enter()

    answer = client.get(f"/people/import/{batch.id}/preview")

    assert answer.location == f"/people/import/{batch.id}"


def test_a_file_with_nothing_but_errors_opens_at_them(db, client, enter, batch, page):
    make.row(db, batch, make.entry(3), RowStatus.UNCHANGED)
    make.row(db, batch, make.entry(4), RowStatus.ERROR)
    enter()

    text = client.get(page).text

    assert 'aria-current="true">Lỗi (1)' in text
    assert "có thể hoàn tác" not in text


def test_where_a_split_commune_is_now_is_asked_once_in_a_row_and_not_after(
    db, client, enter, batch, page
):
    said = make.entry(3, questions=("split_unit:Xã Thái Bình", "one_word_name"))
    make.row(db, batch, said, RowStatus.NEW)
    enter()

    text = client.get(page).text

    assert "đã chia về nhiều xã mới" not in text
    assert "Họ tên chỉ có một từ" in text


@pytest.mark.usefixtures("rows")
def test_after_the_last_decision_the_rows_to_be_written_are_shown(client, enter, page):
    enter()

    text = client.get(f"{page}?tab=doubtful&doubt=1").text

    assert 'aria-current="true">Mới (1)' in text
    assert "Không có dòng nào" not in text
