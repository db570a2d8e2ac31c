"""The page of targets, as those who answer for the area see it."""

import re
from html import unescape

import pytest

from elearn.access import Role
from tests.coverage.test_targets import own_scheme
from tests.make import coverage as make


def _words(answer):
    """Return what a page says, without its marks, with single blanks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def test_each_target_is_told_with_its_result_and_the_words_it_was_set_in(db, client, enter, heads):
    make.counted(db, own_scheme())
    enter(Role.CENTRAL)

    page = _words(client.get("/coverage/targets"))

    assert "Chỉ tiêu bồi dưỡng cả nước" in page
    assert "Năm 2025: tối thiểu 100%" in page
    assert "33,3% 1/3" in page
    assert "thiếu 66,7 điểm phần trăm" in page
    assert "thiếu 2 người" in page
    assert "Hết hạn 31/12/2025" in page
    assert "Cấp này kết thúc 30/06/2025" in page
    assert "mỗi lớp từ 100 học viên" in page
    assert "tối thiểu 500.000 lượt" in page
    assert "“đến năm 2025 đảm bảo 100% Chi hội trưởng" in page


def test_a_province_opens_with_its_own_targets(client, enter):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    page = _words(client.get("/coverage/targets"))

    assert "Chỉ tiêu bồi dưỡng tỉnh Hưng Yên" in page
    assert "Kế hoạch Đề án 1893 Thái Bình" in page
    assert "Cán bộ, công chức Hội LHPN, Trung ương" not in page
    assert "Chưa tính xong số liệu" in page


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ("?as_of=2030-01-01", 422, "Ngày này chưa tới"),
        ("?as_of=31/02/2026", 422, "Không có ngày này"),
        ("?as_of=2009-01-01", 422, "bắt đầu ngày 01/01/2010"),
        ("?area=99999", 404, "Không có đơn vị hành chính mã 99999"),
    ],
)
def test_what_cannot_be_asked_is_said_beside_the_field(client, enter, asked, status, said):
    enter(Role.CENTRAL)

    answer = client.get(f"/coverage/targets{asked}")

    assert (answer.status_code, said in answer.text) == (status, True)
    assert client.get(f"/coverage/targets.csv{asked}").status_code == 404


def test_the_table_is_a_file_with_a_name_of_its_own(client, enter):
    enter(Role.CENTRAL)

    answer = client.get("/coverage/targets.csv?as_of=2026-11-20")

    assert answer.headers["Content-Disposition"].endswith("=chi-tieu-VN-2026-11-20.csv")
    assert answer.data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("asked", ["", "?area=33"])
def test_a_page_takes_few_queries_and_is_light(client, enter, count_queries, asked):
    enter(Role.CENTRAL)

    with count_queries() as queries:
        answer = client.get(f"/coverage/targets{asked}", headers={"Accept-Encoding": "gzip"})

    assert len(queries) <= 40
    assert len(answer.data) < 40_000
