"""Cells of names: what is a name, what stands beside it, and what cannot be one."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from elearn.encodings import Encoding
from elearn.people.models import Gender
from elearn.people.roster.rules.cells.names import named
from elearn.people.roster.rules.cells.texts import cleaned

LETTERS = "aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵđbcghklmnpqrstvx"
WORDS = st.text(LETTERS, min_size=1, max_size=7)
NAMES = st.lists(WORDS, min_size=2, max_size=5).map(" ".join)


@pytest.mark.parametrize(
    ("written", "name", "fix"),
    [
        ("BÙI THỊ THUÝ", "Bùi Thị Thuý", "title_case"),
        ("bùi thị thuý", "Bùi Thị Thuý", "title_case"),
        ("Lê thị Ngọc", "Lê Thị Ngọc", "title_case_word"),
        ("NGUYỄN Thị Hoa", "Nguyễn Thị Hoa", "title_case_word"),
        ("H'HEN NIÊ", "H'Hen Niê", "title_case"),
        ("Ka' Y BLÔ", "Ka' Y Blô", "title_case_word"),
        ("Rơ Ô h'blơi", "Rơ Ô H'Blơi", "title_case_word"),
    ],
)
def test_capitals_are_mended(written, name, fix):
    found = named(written)

    assert (found.name, found.fixes) == (name, (fix,))


@pytest.mark.parametrize(
    "name",
    [
        *("Nguyễn Thị A", "Bùi Thị Thúy", "Bùi Thị Thuý", "H'Hen Niê", "Y Blô Niê", "H'hen Êban"),
        *("Hà Thị Ánh", "Ông Ích Khiêm", "Rơ Châm H’Yéo", "Y-Bhăm Ƀkrông", "Ñơm Čil", "K'Brơi"),
    ],
)
def test_a_good_name_is_left_as_it_is(name):
    found = named(name)

    assert (found.name, found.fixes, found.is_suspicious) == (name, (), False)


@pytest.mark.parametrize(
    "written",
    [
        *("Ngô Thị Ha`", "Ngo^ Thi. Ha", "Nguyễn Thị H0a", "Nguyễn Thị Hoa2", "Trần Thị ?nh"),
        *("Nguyễn Thị Ноa", "Lê Thị \x07Hoa", "Lê Thị Hoạ̀", "Ｎguyễn Thị Hoa", "Lê T@m"),
    ],
)
def test_what_is_no_letter_of_names_is_told_and_left(written):
    found = named(cleaned(written)[0])

    assert found.is_suspicious
    assert found.name == cleaned(written)[0]


@pytest.mark.parametrize(
    ("written", "name", "other"),
    [
        ("Đỗ Thị Lý (Lí)", "Đỗ Thị Lý", "Đỗ Thị Lí"),
        ("ĐỖ THỊ LÝ (LÍ)", "Đỗ Thị Lý", "Đỗ Thị Lí"),
        ("Đỗ Thị Lý/Lí", "Đỗ Thị Lý", "Đỗ Thị Lí"),
        ("Đỗ Thị Lý (tức Hoa)", "Đỗ Thị Lý", "Đỗ Thị Hoa"),
        ("Đỗ Thị Lý (Đỗ Thị Mai Lý)", "Đỗ Thị Lý", "Đỗ Thị Mai Lý"),
        ("Đỗ Thị Lý (Mai Lý)", "Đỗ Thị Lý", "Đỗ Mai Lý"),
        ("Đỗ Thị Lý (nghỉ sinh)", "Đỗ Thị Lý", None),
    ],
)
def test_what_stands_in_brackets_is_another_name_or_a_remark(written, name, other):
    found = named(written)

    assert (found.name, found.other) == (name, other)


@pytest.mark.parametrize(
    ("written", "name", "fixes", "gender"),
    [
        ("Bà Nguyễn Thị A", "Nguyễn Thị A", ("name_prefix:Bà",), Gender.FEMALE),
        ("Đ/c Trần Văn Nam", "Trần Văn Nam", ("name_prefix:Đ/c",), None),
        ("Đ/c: Bà Trần Thị Lan", "Trần Thị Lan", ("name_prefix:Đ/c:", "name_prefix:Bà"), "female"),
        ("ÔNG LÊ VĂN BA", "Lê Văn Ba", ("name_prefix:ÔNG", "title_case"), Gender.MALE),
        ("Ông Cao Thắng", "Ông Cao Thắng", (), None),
        ("1. Trần Thị Lan", "Trần Thị Lan", ("name_mark:1.",), None),
        ("Trần Thị Lan (*)", "Trần Thị Lan", ("name_mark:(*)",), None),
        ("Trần Thị Lan **", "Trần Thị Lan", ("name_mark:**",), None),
        ("Trần Thị Lan 2", "Trần Thị Lan", ("name_mark:2",), None),
        ("Trần Thị Lan (Nữ)", "Trần Thị Lan", (), Gender.FEMALE),
    ],
)
def test_what_is_no_part_of_a_name_is_taken_away_and_told(written, name, fixes, gender):
    found = named(written)

    assert (found.name, found.fixes, found.gender) == (name, fixes, gender)


@pytest.mark.parametrize("written", ["Khuyết", "chưa bầu", "(trống)", ""])
def test_a_post_that_nobody_holds_has_no_name(written):
    assert named(written.strip("()")).name == ""


@pytest.mark.parametrize(
    ("raw", "text", "fixes"),
    [
        ("Nguyễn Thị  A", "Nguyễn Thị A", ("collapse_spaces",)),
        ("Lê Thị\u00a0Ngọc", "Lê Thị Ngọc", ("nbsp",)),
        ("Lê Thị\u00a0 Ngọc", "Lê Thị Ngọc", ("nbsp", "collapse_spaces")),
        (unicodedata.normalize("NFD", "Trần Thị Hường"), "Trần Thị Hường", ("nfd_to_nfc",)),
        ("NguyÔn ThÞ H\u00adêng", "Nguyễn Thị Hường", ("tcvn3",)),
        ("Lê Thị\u200b Ngọc", "Lê Thị Ngọc", ("invisible_signs",)),
        ("Lê Thị\nNgọc", "Lê Thị Ngọc", ("collapse_spaces",)),
        ("Lê Thị_x000D_\nNgọc", "Lê Thị Ngọc", ("collapse_spaces",)),
        (12.0, "12", ()),
    ],
)
def test_a_cell_is_cleaned_and_told_how(raw, text, fixes):
    assert cleaned(raw) == (text, fixes)


def test_a_cell_of_a_column_in_windows_1258_is_read_so():
    assert cleaned("NguyêÞn", Encoding.WINDOWS_1258) == ("Nguyễn", ("windows_1258",))


@given(NAMES)
def test_a_name_that_was_read_is_read_the_same_again(name):
    once = named(name)

    assert named(once.name).name == once.name
    assert named(once.name).fixes == ()


@example("ßB")
@given(st.text(max_size=40))
def test_no_letter_is_ever_added_to_a_name(text):
    name = named(cleaned(text)[0]).name

    assert len(name.replace(" ", "")) <= len(cleaned(text)[0])
    assert set(name.lower()) <= {*cleaned(text)[0].lower(), " "}


@given(st.text(LETTERS + "AĐ \u00a0\u200b\n\u0301", max_size=40))
def test_cleaning_twice_is_cleaning_once(text):
    once, _ = cleaned(text)

    assert cleaned(once) == (once, ())
