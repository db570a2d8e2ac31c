"""What is no workbook of today: told what it is, and what to do with it."""

import pytest

from tests.people.roster import hostile
from tests.people.roster.test_reading_hostile import fault_of, with_part

OLD_XML = (
    b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook'
    b' xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (with_part("xl/vbaProject.bin", b"x"), "macros"),
        (hostile.zipped({"xl/workbook.bin": b"x"}), "binary_workbook"),
        (hostile.zipped({"mimetype": b"application/vnd.oasis.opendocument"}), "open_document"),
        (hostile.zipped({"word/document.xml": b"x"}), "document"),
        (hostile.zipped({"danh_sach.xlsx": b"x"}), "archive"),
        (b"Rar!\x1a\x07\x01", "archive"),
        (b"%PDF-1.7", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x09\x04\x06\x00\x00\x00", "too_old"),
        (b"<html><table><tr><td>a", "web_page"),
        ("<html><table>".encode("utf-16"), "web_page"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart", "web_page"),
        (OLD_XML, "old_xml"),
        (b"", "empty"),
        (bytes(range(256)) * 20, "unreadable"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_workbook_is_told_what_it_is(data, code):
    assert fault_of(data) == code


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: hostile.old(stream="EncryptedPackage"), "password"),
        (lambda: hostile.old(stream="WordDocument"), "document"),
        (lambda: hostile.old(lambda sheet: sheet.write(65_535, 255, "z")), "far_out"),
        (lambda: hostile.old()[:2_000], "torn"),
        (lambda: hostile.old(within=hostile.record(0x2F, bytes(6))), "password"),
        (lambda: hostile.old(within=hostile.record(0x1AE, b"\1\0\x08\0\0cmd\x03/c x")), "commands"),
    ],
    ids=["sealed", "a letter", "far out", "torn", "locked", "a link by DDE"],
)
def test_an_old_workbook_is_refused_likewise(make, code):
    assert fault_of(make()) == code
