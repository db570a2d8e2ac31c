"""Slides are found in what a lecture shows, whatever else moves in it."""

import numpy as np
import pytest

from elearn.media.slides.finding import cuts
from elearn.media.slides.frames import CELLS
from tests.media.lectures import Lecture, blank, builds, slide


def deck(count=5, seconds=12.0):
    lecture = Lecture()
    for lot in range(count):
        lecture.show(slide(lot), seconds)
    return lecture


def times(lecture, *, noise=1.0):
    return [one.at_ms / 1000 for one in cuts(lecture.frames(noise=noise))]


def test_each_slide_begins_when_it_is_shown_and_is_taken_while_it_stands():
    found = cuts(deck().frames())

    assert [one.at_ms for one in found] == [0, 12_000, 24_000, 36_000, 48_000]
    assert all(one.at_ms < one.whole_ms < one.at_ms + 12_000 for one in found)
    assert [one.shows for one in found] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("noise", [0, 2, 5])
def test_the_noise_of_a_camera_makes_no_slides(noise):
    assert times(deck(), noise=noise) == [0, 12, 24, 36, 48]


def test_a_slide_whose_lines_come_one_by_one_is_one_slide_with_all_of_them():
    lecture = Lecture()
    for lot in range(3):
        for page in builds(lot):
            lecture.show(page, 6)

    found = cuts(lecture.frames(noise=1))

    assert [one.at_ms for one in found] == [0, 24_000, 48_000]
    assert [one.whole_ms // 1000 for one in found] == [22, 46, 70]


def test_a_board_written_on_for_long_is_shown_in_between_too():
    lecture = Lecture()
    for page in builds(1, lines=9):
        lecture.show(page, 40)

    assert 2 <= len(times(lecture)) <= 4


@pytest.mark.parametrize("rests", [(), ((20, 35), (60, 90))])
def test_who_speaks_in_a_corner_makes_no_slides(rests):
    assert times(deck(6, 20).speaker(rests=rests)) == [0, 20, 40, 60, 80, 100]


@pytest.mark.parametrize("seconds", [0.5, 1.5, 6])
def test_a_fade_is_no_slide_of_its_own(seconds):
    lecture = Lecture().show(slide(0), 10)
    for lot in range(1, 4):
        lecture.fade(slide(lot), seconds).show(slide(lot), 10)

    found = cuts(lecture.frames(noise=1))

    assert [one.at_ms / 1000 for one in found] == [
        pytest.approx(number * (10 + seconds), abs=seconds + 0.5) for number in range(4)
    ]
    assert all(one.whole_ms / 1000 % (10 + seconds) <= 10 for one in found)


@pytest.mark.parametrize("has_speaker", [False, True])
def test_a_clip_between_slides_is_one_picture_of_its_own(has_speaker):
    lecture = deck(2, 20).clip(45).show(slide(7), 20).show(slide(8), 20)
    if has_speaker:
        lecture.speaker()

    found = cuts(lecture.frames(noise=1))

    assert [one.at_ms / 1000 for one in found] == [0, 20, 40, 85, 105]
    assert 40_000 < found[2].whole_ms < 85_000


def test_a_slide_that_comes_back_is_known_again():
    lecture = Lecture()
    for lot in (0, 1, 0, 2, 1):
        lecture.show(slide(lot), 20)

    assert [one.shows for one in cuts(lecture.speaker().frames(noise=1))] == [0, 1, 0, 3, 1]


def test_a_pointer_and_the_light_of_a_room_make_no_slides():
    assert times(deck(6, 20).pointer()) == [0, 20, 40, 60, 80, 100]
    assert times(deck(6, 20).lamp()) == [0, 20, 40, 60, 80, 100]


def test_black_and_empty_pages_between_slides_are_none():
    lecture = Lecture()
    for lot in range(3):
        lecture.show(slide(lot), 10).show(blank(0), 1).show(blank(), 4)

    assert times(lecture)[:3] == [0, 10, 25]


def test_what_nobody_can_read_is_left_out():
    lecture = Lecture().show(slide(0), 10).show(slide(1), 1.5).show(slide(2), 10)

    assert len(times(lecture)) == 2


def test_a_film_without_slides_has_a_picture_a_minute_at_most():
    assert times(Lecture().clip(120)) in ([0], [0, 60])


def test_a_film_that_flickers_has_no_more_slides_than_a_line_can_carry():
    lecture = Lecture()
    for lot in range(40):
        lecture.show(slide(lot), 3)

    assert len(times(lecture)) <= 18


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_hardly_any_film_is_no_trouble(count):
    found = cuts(np.zeros((count, CELLS), np.uint8))

    assert [one.at_ms for one in found] == [0][:count]
