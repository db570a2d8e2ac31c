"""What the protocol says, how much room there is, and what a film without a name is called."""

from base64 import b64encode
from datetime import timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as some

from elearn.media.rules.uploading import (
    Checksum,
    Limits,
    Misunderstood,
    TooMuch,
    Use,
    read_checksum,
    read_metadata,
    read_number,
    refuse_beyond,
    title_of,
)

LIMITS = Limits(file=2_000_000_000, person=10_000_000_000, all=50_000_000_000, keeps=timedelta(7))


def encoded(text):
    return b64encode(text.encode()).decode()


def test_what_is_told_of_a_file_is_read():
    told = f"filename {encoded('bài giảng.mp4')}, title {encoded('Quản lý hội viên')},is_draft"

    assert read_metadata(told) == {
        "filename": "bài giảng.mp4",
        "title": "Quản lý hội viên",
        "is_draft": "",
    }


@given(some.dictionaries(some.text("abcdefgh-_", min_size=1), some.text(), max_size=5))
def test_whatever_a_page_tells_comes_back(pairs):
    told = ",".join(f"{key} {encoded(value)}" for key, value in pairs.items())

    assert read_metadata(told) == pairs


@pytest.mark.parametrize(
    "told", ["name ***", "a YQ==,a Yg==", "tên YQ==", f"name {'A' * 9000}", "name YQ", "name ớ"]
)
def test_what_is_not_told_as_the_protocol_has_it_is_refused(told):
    with pytest.raises(Misunderstood, match="Upload-Metadata"):
        read_metadata(told)


@given(some.text())
def test_rubbish_is_read_or_refused(text):
    for read in (read_metadata, read_checksum, lambda said: read_number("Upload-Offset", said)):
        try:
            read(text)
        except Misunderstood:
            continue


@pytest.mark.parametrize("text", [None, "", "-1", "1.5", "٣", "1e3", " 1", "9" * 40])
def test_a_number_is_whole_and_can_be(text):
    with pytest.raises(Misunderstood, match="Upload-Length"):
        read_number("Upload-Length", text)


def test_a_sum_is_read():
    digest = sha256(b"x").digest()

    assert read_checksum(f"sha256 {b64encode(digest).decode()}") == Checksum("sha256", digest)
    assert read_checksum(None) is None


@pytest.mark.parametrize("text", ["md5 YQ==", "sha1", "sha1 YQ==", "sha256 ***", "sha1 ớ", ""])
def test_a_sum_we_cannot_test_is_refused(text):
    with pytest.raises(Misunderstood, match="Upload-Checksum"):
        read_checksum(text)


def test_a_file_that_fits_is_let_in():
    refuse_beyond(LIMITS, Use(person=8_000_000_000, all=48_000_000_000), 2_000_000_000)


@pytest.mark.parametrize(
    ("use", "length", "words"),
    [
        (Use(0, 0), 2_400_000_000, "nặng 2,4 GB, lớn hơn mức nhận là 2 GB"),
        (Use(9_500_000_000, 0), 600_000_000, "Mỗi người được giữ 10 GB.*còn 500 MB"),
        (Use(0, 49_990_000_000), 20_000_000, "Kho video chung đã đầy, còn 10 MB"),
        (Use(0, 51_000_000_000), 1_000_000, "còn 0 MB"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_what_is_full(use, length, words):
    with pytest.raises(TooMuch, match=words):
        refuse_beyond(LIMITS, use, length)


@pytest.mark.parametrize(
    ("typed", "file_name", "title"),
    [
        ("  Quản lý   hội viên ", "a.mp4", "Quản lý hội viên"),
        ("", "HV-15_ban_chot.mp4", "HV-15 ban chot"),
        (" ", ".mp4", ".mp4"),
        ("", "", "Video"),
        ("x" * 400, "", "x" * 300),
    ],
)
def test_a_film_is_called_as_somebody_typed_or_as_its_file(typed, file_name, title):
    assert title_of(typed, file_name) == title
