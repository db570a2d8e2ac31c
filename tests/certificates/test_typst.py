"""The certificate as poppler, a QR reader and a person's eye find it."""

import re
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
import zxingcpp
from PIL import ImageDraw

from elearn.certificates.rules import Facts, day_in_words
from elearn.certificates.typst import draw, lines_of
from elearn.errors import Refusal
from elearn.text import nfc
from tests.certificates.papers import (
    AT,
    LONGEST,
    PAPERS,
    UNBROKEN,
    USUAL,
    Box,
    drawn,
    fields,
    picture,
    poppler,
    words,
)

PAGE = Box("page", 0, 0, 297 / 25.4 * 72, 210 / 25.4 * 72)
MILLIMETRE = 72 / 25.4

every_paper = pytest.mark.parametrize("facts", PAPERS.values(), ids=PAPERS)
every_layout = pytest.mark.parametrize(
    "facts", [*PAPERS.values(), UNBROKEN], ids=[*PAPERS, "unbroken"]
)


def text_in(field: Box, facts: Facts) -> str:
    return " ".join(word.text for word in words(facts) if field.holds(word))


@every_paper
def test_every_line_can_be_read_off_its_field_as_it_was_given(facts):
    lines = lines_of(facts)
    found = {field.text: text_in(field, facts) for field in fields(facts) if field.text in lines}

    assert found == {name: nfc(text) for name, text in lines.items() if text}


def test_a_word_wider_than_its_field_goes_on_in_the_next_line():
    field = next(field for field in fields(UNBROKEN) if field.text == "unit")

    assert text_in(field, UNBROKEN).replace(" ", "") == f"Đơnvị:{UNBROKEN.unit}"


@every_layout
def test_every_word_of_the_page_lies_in_one_field(facts):
    for word in words(facts):
        assert sum(field.holds(word) for field in fields(facts)) == 1, word


@every_layout
def test_no_field_lies_on_another_or_on_the_frame(facts):
    inset = 11 * MILLIMETRE
    frame = Box("frame", inset, inset, PAGE.right - inset, PAGE.bottom - inset)

    assert all(frame.holds(field) for field in fields(facts))
    assert not [
        (one.text, other.text) for one, other in combinations(fields(facts), 2) if one.meets(other)
    ]


@every_layout
def test_nothing_is_drawn_outside_the_fields_and_the_frame(facts):
    page = picture(facts, 72)
    cover = ImageDraw.Draw(page)
    for field in fields(facts):
        cover.rectangle(
            (field.left - 1, field.top - 1, field.right + 1, field.bottom + 1), fill=255
        )

    edge = int(10 * MILLIMETRE)
    inside = page.crop((edge, edge, page.width - edge, page.height - edge))
    assert inside.getextrema() == (255, 255)


def test_a_long_title_takes_three_lines_of_about_equal_length():
    title = next(field for field in fields(LONGEST) if field.text == "programme")
    ends: dict[float, float] = {}
    for word in words(LONGEST):
        if title.holds(word):
            ends[word.top] = max(word.right, ends.get(word.top, 0))

    assert len(ends) == 3
    assert max(ends.values()) - min(ends.values()) < 60 * MILLIMETRE


@pytest.mark.parametrize("facts", [USUAL, LONGEST], ids=["usual", "longest"])
def test_every_fact_is_printed(facts):
    told = nfc(poppler("pdftotext", drawn(facts), "-raw").decode()).casefold()

    for name in Facts.__slots__:
        value = getattr(facts, name)
        if name != "kind":
            shown = day_in_words(value) if isinstance(value, date) else nfc(str(value))
            assert shown.casefold() in told
    assert lines_of(facts)["kind"].casefold() in told


@pytest.mark.parametrize("facts", [USUAL, LONGEST], ids=["usual", "longest"])
def test_the_code_leads_to_the_printed_address_and_is_22_millimetres_wide(facts):
    read = zxingcpp.read_barcodes(picture(facts, 150))

    assert [code.text for code in read] == [facts.address]
    corners = read[0].position
    wide = (corners.top_right.x - corners.top_left.x) / 150 * 25.4
    assert wide == pytest.approx(22, abs=0.5)


def test_the_same_facts_give_the_same_bytes():
    assert draw(USUAL, at=AT) == drawn(USUAL)
    assert draw(replace(USUAL, periods=17), at=AT) != drawn(USUAL)


def test_the_file_is_for_archives_and_for_being_read_aloud():
    paper = drawn(USUAL)

    for said in (b"<pdfaid:part>3<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<"):
        assert said in paper
    assert b"/Lang(vi-VN)" in paper
    assert "Mã QR dẫn tới".encode("utf-16-be").hex().upper().encode() in paper
    told = poppler_info(paper)
    assert told["Title"].endswith(f"khóa học số {USUAL.number}: {USUAL.full_name}")
    assert told["Author"] == USUAL.issuer_name
    assert told["Tagged"] == "yes"
    assert told["Pages"] == "1"
    assert told["Page size"] == "841.89 x 595.276 pts (A4)"
    assert told["CreationDate"].endswith("2026 UTC")


def poppler_info(pdf: bytes) -> dict[str, str]:
    told = poppler("pdfinfo", pdf).decode()
    return dict(re.findall(r"^([^:\n]+):\s+(.*)$", told, re.MULTILINE))


def test_every_font_is_in_the_file():
    rows = poppler("pdffonts", drawn(USUAL)).decode().splitlines()[2:]

    assert {row.split()[0].partition("+")[2] for row in rows} == {
        "Tinos-Regular",
        "Tinos-Bold",
        "Tinos-Italic",
    }
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_what_cannot_fit_is_refused_by_its_own_words():
    with pytest.raises(Refusal, match="Dài quá ô in: Đơn vị: xã xã"):
        draw(replace(USUAL, unit="xã " * 600), at=AT)


def test_a_letter_that_no_font_has_is_refused():
    with pytest.raises(Refusal, match="Không in được “王”"):
        draw(replace(USUAL, full_name="王 Thị Ngọc"), at=AT)


def test_without_the_fonts_the_remedy_is_told(tmp_path):
    with pytest.raises(Refusal, match=r"phông chữ Tinos\. Chạy scripts/setup"):
        draw(USUAL, at=AT, fonts=tmp_path)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_days_are_written_as_documents_write_them(day, words):
    assert day_in_words(day) == words


def test_what_is_not_known_leaves_no_line():
    lines = lines_of(PAPERS["short"])

    assert [lines[name] for name in ("born", "unit", "issuer_parent", "signer_prefix")] == [""] * 4
    assert lines["time"] == "Thời gian: ngày 05 tháng 01 năm 2026, 16 tiết"
    assert lines_of(PAPERS["apostrophe"])["born"] == "Sinh năm 1992"


def test_each_office_that_is_stood_for_has_its_own_line():
    assert lines_of(LONGEST)["signer_prefix"] == "TM. BAN THƯỜNG VỤ\nKT. CHỦ TỊCH"
    assert lines_of(USUAL)["signer_prefix"] == "KT. GIÁM ĐỐC"
