"""The sheet of small pictures as WebVTT; no ffmpeg."""

import pytest

from elearn.media.rules.storyboards import MOST_TILES, Sheet, interval, webvtt


def test_each_picture_stands_for_its_seconds_and_lies_at_its_place():
    sheet = Sheet(160, 90, columns=2, tiles=3, interval_ms=5000)

    assert webvtt(sheet, "/s.webp", 12_345) == (
        "WEBVTT\n"
        "\n00:00:00.000 --> 00:00:05.000\n/s.webp#xywh=0,0,160,90\n"
        "\n00:00:05.000 --> 00:00:10.000\n/s.webp#xywh=160,0,160,90\n"
        "\n00:00:10.000 --> 00:00:12.345\n/s.webp#xywh=0,90,160,90\n"
    )


@pytest.mark.parametrize("minutes", [1, 10, 45, 120, 360])
def test_no_sheet_has_too_many_pictures_and_each_part_begins_with_one(minutes):
    seconds = interval(minutes * 60)

    assert minutes * 60 / seconds <= MOST_TILES
    assert 300 % seconds == 0
