"""Where people can go, by what they are."""

import re

import pytest

from elearn.access import Role
from tests.make import accounts, catalogue


def places(page: str) -> list[str]:
    """Return the names in the bottom bar and its sheet, each once."""
    nav = page.partition('<nav class="nav"')[2]
    return list(dict.fromkeys(re.findall(r"</svg><span>(.*?)</span></a>", nav)))


@pytest.fixture
def page_of(client, db, sign_in):
    """`page_of(role)` is the page of her own that somebody in this role is shown."""

    def enter(role: Role) -> str:
        account = accounts.account(db)
        accounts.role_grant(db, account, role)
        sign_in(account)
        answer: str = client.get("/account").text
        return answer

    return enter


LECTURES = ["Chương trình", "Bài giảng", "Tệp video", "Câu hỏi của người học"]
FIGURES = ["Độ phủ"]
TRAINING = [
    *("Lớp", "Chứng chỉ", "Giấy học ở nơi khác", "Xem chung", "Tệp báo cáo xem"),
    "Quy tắc công nhận",
]
CADRES = [
    *("Cán bộ", "Đề nghị chờ xác nhận", "Đề nghị sửa thông tin", "Đơn vị công tác"),
    *("Số người khai báo", "Địa bàn", "Tài khoản", "Quyền", "Dấu hiệu về lượt xem", "Nhật ký"),
]


def test_a_learner_has_four_places(page_of):
    assert places(page_of(Role.LEARNER)) == ["Học", "Lớp", "Chứng chỉ", "Tôi"]


def test_an_instructor_has_the_lectures_and_writes_modules(page_of):
    programmes, *films = LECTURES

    assert places(page_of(Role.INSTRUCTOR)) == [
        *("Học", "Tôi"),
        *(programmes, "Soạn chuyên đề", *films),
    ]


def test_an_administrator_has_figures_classes_and_people_too(page_of):
    assert places(page_of(Role.ADMINISTRATOR)) == [
        *("Học", "Tôi"),
        *(*FIGURES, *TRAINING, *LECTURES, *CADRES),
    ]


def test_the_centre_has_all_of_it(page_of):
    shown = places(page_of(Role.CENTRAL))

    assert set(shown) >= {*FIGURES, *TRAINING, *LECTURES, *CADRES, "Soạn chuyên đề"}


def test_an_inspector_sees_all_that_is_counted_and_changes_no_lecture(page_of):
    assert places(page_of(Role.INSPECTOR)) == [
        *("Học", "Tôi"),
        *(*FIGURES, *TRAINING, "Chương trình", *CADRES),
    ]


def test_a_stranger_has_none(client):
    assert '<nav class="nav"' not in client.get("/sign-in").text


def test_the_place_one_is_at_is_marked(page_of):
    assert page_of(Role.LEARNER).count('href="/account" aria-current="page"') == 1


def test_a_page_within_a_part_marks_the_part(client, page_of):
    page_of(Role.LEARNER)

    assert 'href="/account" aria-current="true"' in client.get("/account/password").text


def test_the_film_of_a_lecture_belongs_to_the_lectures(client, db, page_of):
    catalogue.lecture(db, "HV-99")
    page_of(Role.INSTRUCTOR)

    page = client.get("/lectures/HV-99/film").text

    assert page.count('href="/lectures" aria-current="true"') == 2
    assert 'href="/programmes" aria-current' not in page


def test_the_top_bar_says_who_is_signed_in_and_as_what(page_of):
    assert 'aria-label="Tài khoản: Phạm Thị Lý, Giảng viên"' in page_of(Role.INSTRUCTOR)
