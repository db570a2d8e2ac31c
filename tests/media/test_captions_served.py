"""What we serve as WebVTT passes the W3C's validator, whatever it was made from."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.media import captions
from elearn.media.captions import Cue
from tests.make import media as make
from tests.media import validator

MOMENTS = st.integers(0, 40 * 3600 * 1000)
WORDS = st.one_of(
    st.text(max_size=60),
    st.text("<>&-/:.\n\r \t\0\u2028vbi0123456789ếụ\u0323\u200b\U0001f600", max_size=40),
)
CUES = st.lists(st.builds(Cue, MOMENTS, MOMENTS, WORDS), max_size=6)
ODD = [
    "WEBVTT\n\n00:00.000 --> 00:01.000 align:start line:0\n<v Lan>Chào <i>các</i> chị</v>\n",
    "WEBVTT Kind: captions\n\nNOTE lời\n\nSTYLE\n::cue {}\n\n1\n00:01.000 --> 00:02.000\nA\n",
    "1\r\n0:0:1,5 --> 0:0:2\r\n{\\an8}<b>A --&gt; B</b>\r\n\r\n\r\n2\r\n0:9 --> 0:10\r\nC",
]
FAULTY = "WEBVTT\n\n1 --> 2\nA\n"
served: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _judged():
    """Have all files of this module judged at once, after its tests have made them."""
    yield
    bad, *found = validator.faults([FAULTY, *served])
    assert bad, "the validator finds no fault in anything"
    wrong = [(text, errors) for text, errors in zip(served, found, strict=True) if errors]
    assert not wrong, wrong[0]


@given(CUES)
@settings(max_examples=25)
def test_whatever_cues_are_written(cues):
    text = captions.webvtt_of(cues)
    served.append(text)

    again = captions.examined(text).cues

    assert captions.webvtt_of(again) == text


@given(CUES, st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
@settings(max_examples=25)
def test_whatever_was_handed_in_and_tidied(cues, encoding):
    raw = captions.srt_of(cues).encode(encoding, "replace")

    tidy = captions.tidied(captions.examined(raw).cues, 3_600_000)

    served.append(captions.webvtt_of(tidy))
    assert all(one.end_ms <= after.start_ms for one, after in pairwise(tidy))


@given(st.one_of(st.binary(max_size=200), WORDS))
@settings(max_examples=40)
def test_whatever_is_no_file_of_captions_is_read_without_a_fall(source):
    served.append(captions.webvtt_of(captions.examined(source, 60_000).cues))


@pytest.mark.parametrize("text", ODD)
def test_what_players_of_all_kinds_write(text):
    served.append(captions.plain_webvtt(text))


def test_what_stands_in_a_database(db):
    served.append(make.caption(db).text)
