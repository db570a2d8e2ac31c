"""The parts of a page: icons, strips, titles, and the macros that write them."""

import pytest
from flask import render_template_string

from elearn.web import components
from elearn.web.components import Mark, strip_marks, strip_width
from elearn.web.icons import DRAWINGS
from elearn.web.spelling import called, keep, phone

PARTS = '{% import "macros/parts.html" as parts %}'


@pytest.fixture
def drawn(web):
    """What a template writes, in one request."""

    def draw(source: str, **values: object) -> str:
        with web.test_request_context():
            return render_template_string(source, **values)

    return draw


def test_a_cell_is_tall_when_seen_or_held_and_low_when_missing():
    assert [mark.height for mark in strip_marks(["yes", "held", "no"])] == [20, 20, 7]


def test_a_cell_seen_in_part_is_filled_from_the_left():
    assert strip_marks([0.5]) == [Mark("no", 0), Mark("yes", 0, 4.0)]


@pytest.mark.parametrize(("share", "kinds"), [(0, ["no"]), (1, ["yes"]), (1.0, ["yes"])])
def test_a_share_of_nothing_or_all_is_one_mark(share, kinds):
    assert [mark.kind for mark in strip_marks([share])] == kinds


def test_a_strip_of_thirty_five_minutes_is_as_wide_as_its_cells():
    assert strip_width(35) == 348


def test_a_strip_says_in_words_what_it_shows(drawn):
    strip = drawn(PARTS + "{{ parts.strip(['yes', 'no'], 'đã xem 1 trên 2 phút', at=1) }}")

    assert 'role="img" aria-label="đã xem 1 trên 2 phút"' in strip
    assert strip.count("<rect") == 3


def test_a_page_carries_each_drawing_it_uses_once(drawn):
    page = drawn(
        '{% from "macros/icons.html" import icon, sheet %}'
        "{{ icon('play') }}{{ icon('play') }}{{ icon('next', 'Trang sau') }}{{ sheet() }}"
    )

    assert page.count("<symbol") == 2
    assert 'role="img" aria-label="Trang sau"' in page


def test_a_page_without_held_minutes_carries_no_pattern(drawn):
    source = PARTS + '{% from "macros/icons.html" import sheet %}'

    assert "<pattern" in drawn(source + "{{ parts.strip(['held'], '') }}{{ sheet() }}")
    assert "<pattern" not in drawn(source + "{{ parts.strip(['yes'], '') }}{{ sheet() }}")


def test_an_icon_that_was_never_drawn_is_an_error_of_the_template(web):
    with web.app_context(), pytest.raises(KeyError):
        components.use_icon("unicorn")


def test_every_drawing_begins_with_a_move():
    assert all(path.startswith("M") for path in DRAWINGS.values())


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Kỹ năng thu hút hội viên", "Kỹ_năng thu_hút hội_viên"),
        ("Hội viên và chi hội trưởng", "Hội_viên và chi_hội_trưởng"),
        ("Học tiếp từ phút 30, còn 9 phút", "Học tiếp từ phút 30, còn 9_phút"),
        ("Tải về máy, 9 MB", "Tải về máy, 9_MB"),
        ("phụ nữa", "phụ nữa"),
    ],
)
def test_a_compound_is_not_torn_in_a_title(title, kept):
    assert keep(title) == kept.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("number", "read"),
    [("0912345678", "0912_345_678"), ("02213123456", "02213123456"), (None, "")],
)
def test_a_telephone_number_is_read_in_groups(number, read):
    assert phone(number) == read.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("full_name", "name"),
    [
        ("Nguyễn Thị Ngọc Ưỡng", "Ưỡng"),
        ("Lê Hà", "Lê Hà"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("H'Bia Niê Kdăm", "H'Bia Niê Kdăm"),
        ("Y Thông Niê", "Y Thông Niê"),
        ("Bình", "Bình"),
    ],
)
def test_a_person_is_called_by_her_given_name(full_name, name):
    assert called(full_name) == name


def test_a_notice_takes_words_or_a_block(drawn):
    page = drawn(
        PARTS
        + "{{ parts.note('ok', 'Đã lưu.') }}"
        + "{% call parts.note('bad', 'Tệp hỏng.', role='alert') %}<a href='/'>Về</a>{% endcall %}"
    )

    assert "<b>Đã lưu.</b>" in page
    assert 'role="alert"' in page
    assert "<a href='/'>Về</a>" in page


def test_a_thing_is_one_link_and_without_an_address_none(drawn):
    link = drawn(PARTS + "{{ parts.thing('Bài <1>', '/b', 'ok', 'ok', 'Đã xong', '20 phút') }}")

    assert link.startswith('<li><a class="thing" href="/b">')
    assert "<b>Bài &lt;1&gt;</b>" in link
    assert "<a" not in drawn(PARTS + "{{ parts.thing('Bài 2', sign='none') }}")


def test_pages_lead_to_their_neighbours_only(drawn):
    nav = drawn(
        PARTS + "{{ parts.pages(5, 9, '41–50 trên 90', address) }}", address="?page={}".format
    )

    assert "?page=3" in nav
    assert "?page=7" in nav
    assert "?page=8" not in nav
    assert 'aria-current="page">5<' in nav
