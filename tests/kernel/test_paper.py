"""Paper: what Typst is given and what it must not do, and codes that can be read."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from elearn import paper
from elearn.errors import Refusal

AT = datetime(2026, 3, 5, 2, 30, 15, 123456, tzinfo=UTC)  # As clocks tell it, to the last digit.
ADDRESS = "http://localhost:8000/c/abcdefghjk"
HEAD = """
#let given = json(bytes(sys.inputs.given))
#set document(title: "Giấy")
#set page(width: 200pt, height: 200pt, margin: 0pt)
#set text(font: "Tinos", lang: "vi")
"""
WORDS = "#given.words"
CODE = (
    '#image(bytes(given.words), format: "svg", width: 200pt, alt: given.at("alt", default: none))'
)


@pytest.fixture
def template(tmp_path: Path) -> Callable[[str], Path]:
    def template(body: str) -> Path:
        path = tmp_path / "paper.typ"
        path.write_text(HEAD + body)
        return path

    return template


def test_the_same_words_give_the_same_bytes(template):
    first, again, other = (
        paper.pdf(template(WORDS), {"words": words}, at=AT) for words in ("Ưỡng", "Ưỡng", "Ương")
    )

    assert first == again != other
    assert b"<pdfaid:part>3<" in first
    assert b"<pdfuaid:part>1<" in first


def test_a_picture_without_words_for_those_who_hear_is_refused(template):
    with pytest.raises(Refusal, match="missing alt text"):
        paper.pdf(template(CODE), {"words": paper.qr_svg(ADDRESS)}, at=AT)


@pytest.mark.parametrize("letter", ["王", "😀", "\x07"])
def test_a_letter_in_none_of_our_fonts_is_refused_whatever_the_machine_has(template, letter):
    with pytest.raises(Refusal, match="phông chữ không có chữ này"):
        paper.pdf(template(WORDS), {"words": f"Chị {letter}"}, at=AT)


@pytest.mark.parametrize("draw", [lambda *given: paper.pdf(*given, at=AT), paper.pictures])
def test_a_font_we_do_not_have_is_refused_with_the_remedy(template, draw):
    with pytest.raises(Refusal, match=r"phông chữ Times New Roman\. Chạy"):
        draw(template('#set text(font: "Times New Roman")\n#given.words'), {"words": "Ưỡng"})


def test_fonts_that_were_missing_are_found_once_they_are_there(template, tmp_path):
    fonts = tmp_path / "fonts"
    given = template(WORDS), {"words": "Ưỡng"}
    with pytest.raises(Refusal, match="Tinos"):
        paper.pdf(*given, at=AT, fonts=fonts)

    fonts.symlink_to(paper.FONTS)

    assert paper.pdf(*given, at=AT, fonts=fonts).startswith(b"%PDF")


def test_a_template_refuses_in_its_own_words(template):
    with pytest.raises(Refusal, match=r"^Không in được giấy này\. Dài quá"):
        paper.pdf(template('#panic("Dài quá")'), {}, at=AT)


def test_a_template_reads_nothing_outside_its_folder(template):
    with pytest.raises(Refusal):
        paper.pdf(template('#read("/../../etc/hostname")'), {}, at=AT)


def test_templates_fetch_nothing_from_elsewhere():
    templates = Path(paper.__file__).parent.rglob("*.typ")

    assert not [path for path in templates if "@preview" in path.read_text()]


def test_several_pages_are_several_pictures(template):
    drawn = paper.pictures(template("#given.words\n#pagebreak()\n#given.words"), {"words": "Ưỡng"})

    assert [Image.open(BytesIO(one)).size for one in drawn] == [(200, 200)] * 2


@pytest.mark.parametrize("text", [ADDRESS, "https://" + "hoc." * 30 + "vn", "Số 0147, Ưỡng"])
def test_a_code_is_read_as_it_was_written(template, text):
    (page,) = paper.pictures(template(CODE), {"words": paper.qr_svg(text), "alt": "Mã"})

    assert [code.text for code in zxingcpp.read_barcodes(Image.open(BytesIO(page)))] == [text]


def test_a_code_brings_its_white_margin_and_no_style_or_size():
    drawn = paper.qr_svg(ADDRESS)

    assert drawn.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 37 37"><path fill="#fff"'
    )
    assert "style" not in drawn
    assert 'viewBox="0 0 29 29"' in paper.qr_svg(ADDRESS, margin=0)
