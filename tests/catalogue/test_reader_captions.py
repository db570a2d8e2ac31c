"""Captions of a lecture, and files that are not what they should be."""

from pathlib import Path

import pytest

from elearn.catalogue import (
    Catalogue,
    read,
)
from tests.catalogue.spoiling import problems_of, spoil

WEBVTT = "WEBVTT\n\nNOTE nháp\n\n1\n00:01.000 --> 00:03.200\nMột giờ là đủ.\n"


def test_captions_are_read_as_plain_cues_and_a_folder_without_them_has_none(folder: Path):
    (folder / "BG-01" / "captions.vtt").write_bytes(WEBVTT.replace("\n", "\r\n").encode())

    first, second, *_ = read(folder).lectures

    assert first.captions == "WEBVTT\n\n00:00:01.000 --> 00:00:03.200\nMột giờ là đủ.\n"
    assert second.captions is None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("WEBVTT\n", "\n", "dòng 1: dòng đầu phải là WEBVTT"),
        ("00:01.000", "0:1", "dòng 6: thời gian phải viết như"),
        ("00:01.000", "00:03.200", "dòng 6: phụ đề phải kết thúc sau khi bắt đầu"),
        ("00:01.000", "01:00:00.000", "dòng 6: phụ đề phải kết thúc sau khi bắt đầu"),
        ("00:01.000 --> 00:03.200\n", "", "dòng 5: thiếu dòng thời gian"),
        ("\nMột giờ là đủ.", "", "dòng 6: phụ đề không có chữ"),
        ("đủ.", "đủ.\n00:04.000 --> 00:05.000\nHết.", "dòng 8: thiếu dòng trống"),
        ("NOTE nháp\n\n1", "NOTE nháp", "dòng 4: thiếu dòng trống"),
        ("đủ.", "đủ.\n\nHết.", "dòng 9: thiếu dòng thời gian"),
        ("đủ", "\tđủ", "dòng 7: có dấu tab"),
        ("1\n00:01.000 --> 00:03.200\nMột giờ là đủ.\n", "", ": chưa có phụ đề nào"),
    ],
)
def test_a_flaw_in_captions_is_told_with_its_line(folder: Path, old, new, problem):
    path = folder / "BG-01" / "captions.vtt"
    assert old in WEBVTT
    path.write_text(WEBVTT.replace(old, new, 1))

    assert any(problem in one for one in problems_of(folder)), problems_of(folder)
    assert all(one.startswith("lectures/BG-01/captions.vtt") for one in problems_of(folder))


def test_captions_in_another_encoding_are_told_with_their_line(folder: Path):
    path = folder / "BG-01" / "captions.vtt"
    path.write_bytes(WEBVTT.encode("utf-16"))

    assert problems_of(folder) == [
        "lectures/BG-01/captions.vtt, dòng 1: không phải UTF-8; lưu lại tệp với bảng mã UTF-8"
    ]


def test_a_file_that_is_not_utf_8_is_told_with_its_line(folder: Path):
    path = folder / "BG-01" / "lecture.md"
    path.write_bytes(path.read_bytes().replace("Mở".encode(), "M\xf4".encode("cp1258"), 1))

    assert problems_of(folder)[0].startswith("lectures/BG-01/lecture.md, dòng 3: không phải UTF-8")


def test_without_a_catalogue_the_lectures_are_looked_over_all_the_same(folder: Path):
    (folder / "catalogue.yaml").unlink()
    spoil(folder, "BG-01/slides.md", "# Tóm lại", "#")

    assert problems_of(folder) == [
        "lectures/BG-01/slides.md, dòng 10: trang chiếu thiếu tiêu đề",
        "lectures/catalogue.yaml: thiếu tệp này",
    ]


def test_a_module_whose_lecture_has_no_folder_is_told(folder: Path):
    for path in (folder / "BG-04").iterdir():
        path.unlink()
    (folder / "BG-04").rmdir()

    assert problems_of(folder) == [
        "lectures/catalogue.yaml, dòng 34: lectures ghi BG-04, không có mục ấy"
    ]


def test_a_folder_in_the_place_of_a_file_is_told(folder: Path):
    (folder / "BG-01" / "slides.md").unlink()
    (folder / "BG-01" / "slides.md").mkdir()

    assert problems_of(folder)[0].startswith("lectures/BG-01/slides.md: không đọc được")


def test_what_windows_writes_is_read(folder: Path, small: Catalogue):
    for path in (folder / "BG-01").iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert read(folder) == small
