"""Report files as they come: whatever was made of them on their way, or what else they are."""

from datetime import timedelta

import pytest

from elearn.learning.offline.rules.files import (
    MOST_FILE_BYTES,
    Flaw,
    ReportText,
    kept_name,
    pause_after,
    report_in,
    shown,
)
from tests.learning.offline.carrying import in_transit, report_file

SEALS = ["A" * 42 + "1", "b_-" + "9" * 40]
BODY = '{"lease":"%s","number":7,"reports":[{"form":"video","ranges":[[0,9],[20,400]]}]}'
LINES = [f"{seal} {BODY % (place * 16)}" for seal, place in zip(SEALS, ("ab", "cd"), strict=True)]
WHOLE = report_file(*LINES)


def _read(content: bytes) -> ReportText:
    report = report_in(content)
    assert isinstance(report, ReportText), report
    return report


@pytest.mark.parametrize(("way", "content"), list(in_transit(WHOLE)))
def test_a_file_is_read_whatever_carried_it(way, content):
    report = _read(content)

    kept = [one.decode() for one in report.lines]
    assert kept[-2:] == LINES
    assert kept == LINES or way == "half, then all"
    assert report.host == "hoc.example"


def test_the_head_says_how_many_envelopes_were_written_and_by_which_format():
    report = _read(report_file(LINES[0], envelopes=2, version=2))

    assert (report.announced, report.is_newer) == (2, True)


def test_without_its_head_a_file_is_read_all_the_same():
    report = _read(WHOLE.partition(b"\n")[2])

    assert (len(report.lines), report.announced, report.host) == (2, None, "")


def test_of_two_files_in_one_all_is_read():
    report = _read(WHOLE + WHOLE)

    assert (len(report.lines), report.announced) == (4, 4)


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (b"", Flaw.EMPTY),
        (b"\r\n \r\n", Flaw.EMPTY),
        (b"\xff\xd8\xff\xe0" + bytes(9000), Flaw.PICTURE),
        (b"\0\0\0\x18ftypheic" + bytes(100), Flaw.PICTURE),
        (b"PK\x03\x04" + bytes(range(256)) * 9, Flaw.ZIP),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, Flaw.OTHER),
        ("Em gửi chị tệp nhé".encode(), Flaw.OTHER),
        (bytes(2000), Flaw.OTHER),
        (b'{"elearn":' + b"[" * 400, Flaw.OTHER),
        (WHOLE.partition(b"\n")[0], Flaw.CUT),
        (WHOLE[:160], Flaw.CUT),
        (bytes(MOST_FILE_BYTES + 1), Flaw.LARGE),
        (report_file(*[f"{SEALS[0]} {{}}"] * 5001), Flaw.MANY),
    ],
)
def test_what_is_no_report_file_is_told_by_what_it_is(content, flaw):
    assert report_in(content) is flaw


@pytest.mark.parametrize(
    "content", [b"{" * 10**6, b"a" * 10**6, b"a {" * 10**5, b" " * 10**6 + b"{"]
)
def test_no_text_takes_long_to_read(content):
    assert report_in(content) in (Flaw.OTHER, Flaw.MANY)


def test_a_name_from_elsewhere_is_kept_as_far_as_it_can_be_shown():
    assert shown("báo\0 cáo\ud800\n.txt", 8) == " cáo.txt"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("bao-cao-xem-22-11-2026.elearn.txt", "bao-cao-xem-22-11-2026.elearn.txt"),
        ("Lan - bao-cao-xem-22-11-2026.elearn (2).txt", "bao-cao-xem-22-11-2026.elearn (2).txt"),
        ("bao-cao-xem-22-11-2026 (1).elearn.cua Lan.txt", "bao-cao-xem-22-11-2026 (1).elearn"),
        ("chi Lan thon Dong.elearn.txt", ""),
    ],
)
def test_of_a_name_nothing_is_kept_but_what_phones_write(name, kept):
    assert kept_name(name) == kept


def test_what_was_put_aside_is_tried_ever_more_seldom():
    hours = [pause_after(tries) / timedelta(hours=1) for tries in (1, 2, 3, 50)]

    assert hours == [1, 2, 4, 168]
