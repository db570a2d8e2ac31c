"""Captions: sentences, lines, and files."""

import pytest

from elearn.errors import InvalidInput
from elearn.media import captions
from elearn.media.captions import Cue

LONG = (
    "Sổ hội viên cho biết chi hội có bao nhiêu người, ai mới vào, ai chuyển đi, "
    "và ai đang ở xa quê hương đã lâu chưa về sinh hoạt cùng chị em."
)


def test_a_text_is_cut_where_its_sentences_end():
    assert captions.sentences("Chào các chị!  Hôm nay 3.5 km.\nÔng Tư hỏi: Đi đâu?") == [
        "Chào các chị!",
        "Hôm nay 3.5 km.",
        "Ông Tư hỏi: Đi đâu?",
    ]


def test_a_short_sentence_is_one_cue():
    assert captions.cues_of("Chào các chị.", 400, 2000) == [Cue(400, 2000, "Chào các chị.")]


def test_a_long_sentence_becomes_cues_of_two_lines_a_phone_can_show():
    cues = captions.cues_of(LONG, 0, 10_000)

    assert " ".join(cue.text.replace("\n", " ") for cue in cues) == LONG
    for cue in cues:
        lines = cue.text.split("\n")
        assert len(lines) <= 2
        assert max(map(len, lines)) <= 42


def test_the_cues_of_a_sentence_fill_its_time_without_gaps():
    cues = captions.cues_of(LONG, 1000, 11_000)

    assert (cues[0].start_ms, cues[-1].end_ms) == (1000, 11_000)
    assert [cue.end_ms for cue in cues[:-1]] == [cue.start_ms for cue in cues[1:]]


def test_a_word_longer_than_a_line_is_kept_whole():
    address = "https://" + "a" * 60

    assert captions.cues_of(address, 0, 1000) == [Cue(0, 1000, address)]


def test_silence_has_no_cue():
    assert captions.cues_of("", 0, 1000) == []


def test_webvtt_is_read_back_as_it_was_written():
    cues = [Cue(0, 1500, "Cô & trò <em> --> hết"), Cue(3_723_004, 3_724_000, "hai\ndòng")]

    text = captions.webvtt_of(cues)

    assert "01:02:03.004 --> 01:02:04.000" in text
    assert captions.read(text).cues == tuple(cues)


def test_srt_is_read_too():
    assert captions.read("\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\nChào\r\n").cues == (
        Cue(1000, 2500, "Chào"),
    )


@pytest.mark.parametrize("text", ["", "WEBVTT\n", "no captions", "Họp lúc 10:30"])
def test_what_is_no_captions_is_refused_in_words(text):
    with pytest.raises(InvalidInput) as caught:
        captions.read(text)

    assert "phụ đề" in str(caught.value.fields["captions"])
