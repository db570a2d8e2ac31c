"""The list of what offices write above columns."""

import pytest

from elearn.people.roster.export.columns import HEADINGS
from elearn.people.roster.reader import headings
from elearn.people.roster.rules.layouts import RosterField
from elearn.text import fold


@pytest.mark.parametrize(("field", "heading"), [(one, told[0]) for one, told in HEADINGS.items()])
def test_we_understand_what_we_write_ourselves(field, heading):
    assert headings().meaning_of(str(heading)).field is field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Ngày vào Đảng", RosterField.UNKNOWN),
        ("Ngày cấp CCCD", RosterField.UNKNOWN),
        ("Nơi sinh", RosterField.UNKNOWN),
        ("Chứng chỉ tin học", RosterField.UNKNOWN),
        ("Đơn vị (ghi rõ xã, phường, thị trấn)", RosterField.COMMUNE),
        ("Ghi chú (ghi rõ số điện thoại)", RosterField.NOTE),
        ("Chức vụ, đơn vị công tác", RosterField.POST),
        ("NĂM SINH\n(Nam)", RosterField.BORN_MALE),
        ("Năm sinh nữ", RosterField.BORN_FEMALE),
        ("Năm sinh (nam, nữ)", RosterField.BORN),
        ("Buôn/Thôn", RosterField.BRANCH),
        ("Tổ/Xóm", RosterField.BRANCH),
        ("Khối, xóm, bản", RosterField.BRANCH),
        ("Ấp (khu phố)", RosterField.BRANCH),
        ("Năm bổ nhiệm", RosterField.SINCE),
        ("HỌ VÀ TÊN\nCÁN BỘ (*)", RosterField.NAME),
        ("Ghi chú " * 40, RosterField.UNKNOWN),
    ],
)
def test_headings_that_sound_like_others(heading, field):
    assert headings().meaning_of(heading).field is field


def test_all_is_folded_so_that_it_can_be_found():
    known = headings()

    for words in (*known.whole, *known.within, *known.groups):
        assert words == fold(words)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("name: {whole: [họ tên]}", "họ tên"),
        ("name: {whole: [ten]}\n  born: {whole: [ten]}", "ten"),
        ("age: {whole: [tuoi]}", "age"),
    ],
)
def test_a_list_that_contradicts_itself_is_refused(tmp_path, fields, told):
    path = tmp_path / "headings.yaml"
    path.write_text(f"fields:\n  {fields}\nchildren: {{}}\ngroups: {{}}\n", encoding="utf-8")

    with pytest.raises(ValueError, match=told):
        headings(path)
