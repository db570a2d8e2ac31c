"""Papers that are photographed or scanned: drawn anew, upright, and never shown as they came."""

import struct

import pytest

from elearn.errors import InvalidInput
from elearn.media import papers
from tests.make.papers import picture


def turned(photo):
    """Write into a JPEG that its camera was held upright: EXIF orientation 6."""
    entry = struct.pack("<HHIHH", 0x112, 3, 1, 6, 0)
    exif = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", 1) + entry + bytes(4)
    bare = photo.read_bytes()
    photo.write_bytes(bare[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + bare[2:])


def size_of(page):
    """Return width and height, as the head of a plain WebP tells them."""
    return struct.unpack("<HH", page.read_bytes()[26:30])


def test_a_photograph_becomes_a_page_upright_and_bare(tmp_path):
    photo = picture(tmp_path / "photo.jpg", "48x32")
    turned(photo)

    (page,) = papers.pages_of(photo, tmp_path, most=6)

    assert size_of(page) == (32, 48)
    assert b"Exif" not in page.read_bytes()


def test_a_pdf_becomes_its_pages_as_many_as_there_may_be(tmp_path):
    sent = tmp_path / "scan.pdf"
    sent.write_bytes(pdf_of(1))
    assert [page.name for page in papers.pages_of(sent, tmp_path, most=1)] == ["1.webp"]

    sent.write_bytes(pdf_of(2))
    with pytest.raises(InvalidInput, match="có 2 trang"):
        papers.pages_of(sent, tmp_path, most=1)


def test_a_locked_pdf_is_told_to_be_one(tmp_path):
    sent = tmp_path / "scan.pdf"
    keys = f"/O <{'0' * 64}> /U <{'1' * 64}>"
    lock = f"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 {keys} >>"
    sent.write_bytes(pdf_of(1, f"/Encrypt {lock} /ID [<00> <00>] "))

    with pytest.raises(InvalidInput, match="có mật khẩu"):
        papers.pages_of(sent, tmp_path, most=6)


def pdf_of(count, locked=""):
    """Return a PDF of so many empty pages."""
    kids = " ".join(f"{number} 0 R" for number in range(3, 3 + count))
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>"
    things = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
    ]
    body = "".join(
        f"{number} 0 obj {thing} endobj\n"
        for number, thing in enumerate([*things, *[page] * count], 1)
    )
    return f"%PDF-1.4\n{body}trailer << {locked}/Root 1 0 R >>\n%%EOF".encode()


@pytest.mark.parametrize(
    "content", [b"", b"<svg/>", b"PK\x03\x04", b"%PDF-1.4 torn", b"\xff\xd8\xff"]
)
def test_what_is_neither_is_refused(tmp_path, content):
    sent = tmp_path / "sent"
    sent.write_bytes(content)

    with pytest.raises(InvalidInput, match="JPG, PNG, WebP hoặc PDF"):
        papers.pages_of(sent, tmp_path, most=6)


def test_what_is_too_large_is_opened_by_nobody(tmp_path):
    sent = tmp_path / "sent"
    with sent.open("wb") as file:
        file.truncate(20_000_001)

    with pytest.raises(InvalidInput, match="20 MB"):
        papers.pages_of(sent, tmp_path, most=6)
