"""Caption files of every encoding, and what is wrong with them by line."""

import time
import unicodedata

import pytest

from elearn.encodings import Encoding, tcvn3, vni
from elearn.media import captions
from elearn.media.captions import Cue, Flawed

WORDS = (
    "Sổ hội viên cho biết chi hội có bao nhiêu người",
    "Nguyễn Thị Hường chào các chị ở phường Hoà Bình",
)
FILE = "".join(
    f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{words}\n\n"
    for number, words in enumerate(WORDS, 1)
)
CUES = (Cue(1000, 1900, WORDS[0]), Cue(2000, 2900, WORDS[1]))
_CIRCLED = "\u0302\u0306\u031b"  # What Windows-1258 writes into the letter itself.


def in_old_font(table):
    """Return the file as an old font writes it, in bytes of one sign each."""
    signs = {letter: sign for sign, letter in table.items()}
    return "".join(signs.get(letter, letter) for letter in FILE).encode("cp1252")


def in_1258():
    """Return the file in Windows-1258: letters with their circles, and tones as signs behind."""
    found = b""
    for letter in FILE:
        apart = unicodedata.normalize("NFD", letter)
        base = "".join(sign for sign in apart if not "\u0300" <= sign <= "\u036f")
        circles = "".join(sign for sign in apart if sign in _CIRCLED)
        tones = "".join(sign for sign in apart[1:] if sign not in _CIRCLED)
        found += (unicodedata.normalize("NFC", base + circles) + tones).encode("cp1258")
    return found


def as_windows_shows_utf8():
    """Return the file as it was taken for Windows-1252 and saved so."""
    seen = (bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in FILE.encode())
    return "".join(seen).encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_in_all_its_forms(encoding):
    assert captions.read(FILE.encode(encoding)).cues == CUES
    assert captions.read(unicodedata.normalize("NFD", FILE).encode(encoding)).cues == CUES


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (in_old_font(tcvn3.TABLE), Encoding.TCVN3),
        (in_old_font({**vni.TABLE, **vni.SINGLE}), Encoding.VNI),
        (in_1258(), Encoding.WINDOWS_1258),
        (as_windows_shows_utf8(), Encoding.UTF8),
        (in_old_font(tcvn3.TABLE).decode("cp1252").encode(), Encoding.TCVN3),
    ],
)
def test_old_fonts_are_read_as_they_were_meant(raw, encoding):
    found = captions.examined(raw)

    assert found.encoding is encoding
    assert found.cues[1].text.startswith("Nguyễn Thị H")


@pytest.mark.parametrize("words", ["Déjà vu, naïve café", "H'Hen Niê ở Ê Đê", "Nkauj hmoob £5"])
def test_other_tongues_are_left_as_they_stand(words):
    raw = f"1\n00:01,000 --> 00:02,000\n{words}\n"

    assert captions.read(raw.encode()).cues[0].text == words
    assert captions.read(raw).cues[0].text == words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("0:01.000 -> 0:02.000\nA", "Dòng 1: giữa hai mốc thời gian phải có mũi tên -->."),
        ("0:01.000 –> 0:02.000\nA", "Dòng 1: giữa hai mốc thời gian phải có mũi tên -->."),
        ("0:03 --> 0:02\nA", "Dòng 1 (câu 1): kết thúc 00:00:02.000 không sau lúc bắt đầu"),
        ("0:03 --> 0:03\nA", "Dòng 1 (câu 1): kết thúc 00:00:03.000 không sau lúc bắt đầu"),
        ("1\n0:01 --> 0:75\nA", "Dòng 2: số phút và số giây trong một mốc thời gian chỉ đến 59."),
        ("0:01 --> sau\nA", "Dòng 1: thời gian phải viết như 00:00:01.000"),
        ("0:01 --> 0:02\nA\n\n\nB\nC", "Dòng 5: thiếu dòng thời gian"),
        ("0:01 --> 0:03\nA\n\n0:02 --> 0:04\nB", "Dòng 4 (câu 2): bắt đầu 00:00:02.000 khi câu 1"),
        ("0:09 --> 0:12\nA", "Dòng 1 (câu 1): kết thúc 00:00:12.000, video đã hết ở 00:00:10.000."),
        ("0:11 --> 0:12\nA", "Dòng 1 (câu 1): bắt đầu sau khi video đã hết ở 00:00:10.000."),
        ("0:01 --> 0:02\n\n0:03 --> 0:04\nB", "Dòng 1 (câu 1): câu này chưa có chữ."),
    ],
)
def test_a_flaw_names_its_line_and_its_reason(text, told):
    [flaw] = captions.grave(captions.examined(text, 10_000).flaws)

    assert str(flaw.told).startswith(told)


def test_all_flaws_are_told_the_first_three_in_the_message():
    text = "\n\n".join(f"0:0{number} -> 0:0{number}\nA" for number in range(5))

    with pytest.raises(Flawed, match="Còn 2 chỗ nữa") as caught:
        captions.read(text)

    assert [flaw.line for flaw in caught.value.flaws] == [1, 4, 7, 10, 13]


def test_what_outlasts_the_film_by_less_than_a_second_is_cut_without_a_word():
    found = captions.examined("0:08 --> 0:10.900\nA", 10_000)

    assert found.flaws == ()
    assert captions.tidied(found.cues, 10_000) == (Cue(8000, 10_000, "A"),)


def test_what_is_too_long_or_too_fast_is_advised_against_and_kept():
    found = captions.examined(f"0:01 --> 0:02\n{'dài quá ' * 12}\n\n0:02 --> 0:03\n{'nhanh ' * 8}")

    assert [flaw.is_grave for flaw in found.flaws] == [False, False]
    assert captions.read(captions.webvtt_of(found.cues)).cues == found.cues


def test_tidying_shows_together_what_begins_together():
    cues = [Cue(0, 3000, "A"), Cue(0, 2000, "B"), Cue(1000, 900, "C"), Cue(2500, 4000, "D")]

    assert captions.tidied(cues) == (Cue(0, 2500, "B\nA"), Cue(2500, 4000, "D"))


def test_a_schedule_in_the_words_is_no_line_of_times():
    text = "0:01 --> 0:02\nHọp lần một:\n10:30 - 11:45\n"

    assert captions.read(text).cues == (Cue(1000, 2000, "Họp lần một:\n10:30 - 11:45"),)


@pytest.mark.parametrize(
    "mark", ["<v ", "<b ", "{\\\\", "<v" + " " * 40_000, "&#" + "1" * 5000 + ";"]
)
def test_marks_without_end_are_read_at_once(mark):
    words = mark * (120_000 // len(mark))

    began = time.process_time()
    captions.examined(f"1\n00:00:01,000 --> 00:00:02,000\n{words} chị\n")

    assert time.process_time() - began < 2  # Of hours.
