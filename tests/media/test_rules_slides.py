"""What people may do to slides, as plain values."""

import pytest

from elearn.errors import InvalidInput, NotFound
from elearn.media.rules import SlideFacts, SlideOrigin, Wish
from elearn.media.rules.slides import (
    corrected,
    redrawn,
    split,
    time_read,
    time_written,
    with_pages,
)

FOUND, PICTURE, PDF = SlideOrigin.FOUND, SlideOrigin.PICTURE, SlideOrigin.PDF
LENGTH = 60_000
THREE = (SlideFacts(0, 1, FOUND), SlideFacts(10_000, 2, FOUND), SlideFacts(20_000, 1, FOUND))


def wishes(*times):
    return [Wish(at, "") for at in times]


@pytest.mark.parametrize(
    ("text", "at_ms"),
    [
        ("0:00", 0),
        ("12:30", 750_000),
        ("12:30,5", 750_500),
        ("1:02:30.25", 3_750_250),
        (" 75:00 ", 4_500_000),
    ],
)
def test_a_moment_is_read_as_people_write_it(text, at_ms):
    assert time_read(text, 10_000_000) == at_ms


@pytest.mark.parametrize("text", ["", "12", "12:75", "a:b", "-1:00", "1:00:00:00"])
def test_what_is_no_moment_is_refused_with_an_example(text):
    with pytest.raises(InvalidInput) as refused:
        time_read(text, LENGTH)

    assert "12:30" in str(refused.value.fields["at"])


def test_a_moment_after_the_end_is_refused():
    with pytest.raises(InvalidInput, match="đã hết"):
        time_read("1:00", LENGTH)


@pytest.mark.parametrize("at_ms", [0, 500, 59_900, 61_000, 3_750_250, 36_000_000])
def test_a_moment_that_was_written_is_read_as_the_same(at_ms):
    assert time_read(time_written(at_ms), 100_000_000) == at_ms


def test_a_slide_is_moved():
    assert [one.at_ms for one in corrected(THREE, wishes("0:00", "0:12,5", "0:20"), LENGTH)] == [
        0,
        12_500,
        20_000,
    ]


def test_slides_come_in_the_order_of_their_times():
    moved = corrected(THREE, wishes("0:00", "0:30", "0:20"), LENGTH)

    assert [(one.at_ms, one.file_id) for one in moved] == [(0, 1), (20_000, 1), (30_000, 2)]


def test_a_slide_that_is_dropped_leaves_its_time_to_the_one_before():
    wished = [Wish("0:00", ""), Wish("0:10", "", is_dropped=True), Wish("0:20", "Điều lệ")]

    assert corrected(THREE, wished, LENGTH) == (THREE[0], SlideFacts(20_000, 1, FOUND, "Điều lệ"))


def test_without_the_first_slide_the_second_stands_from_the_beginning():
    wished = [Wish("0:00", "", is_dropped=True), *wishes("0:10", "0:20")]

    assert corrected(THREE, wished, LENGTH)[0] == SlideFacts(0, 2, FOUND)


def test_each_flaw_is_named_by_the_row_it_stands_in():
    with pytest.raises(InvalidInput) as refused:
        corrected(THREE, wishes("0:00", "x", "9:00"), LENGTH)

    assert set(refused.value.fields) == {"at-2", "at-3"}


def test_two_slides_at_one_moment_and_no_slide_at_all_are_refused():
    with pytest.raises(InvalidInput) as refused:
        corrected(THREE, wishes("0:00", "0:10", "0:10,2"), LENGTH)
    assert set(refused.value.fields) == {"at-3"}

    with pytest.raises(InvalidInput, match="ít nhất một"):
        corrected(THREE[:1], [Wish("0:00", "", is_dropped=True)], LENGTH)


def test_one_more_slide_takes_its_place_among_the_others():
    new = SlideFacts(15_000, 9, SlideOrigin.FILM)

    assert split(THREE, new) == (*THREE[:2], new, THREE[2])
    with pytest.raises(InvalidInput, match="đúng mốc"):
        split(THREE, SlideFacts(10_300, 9, SlideOrigin.FILM))
    assert split((), new) == (SlideFacts(0, 9, SlideOrigin.FILM),)


def test_another_picture_is_shown_wherever_the_slide_comes_back():
    drawn = redrawn(THREE, 3, 7)

    assert [(one.file_id, one.origin) for one in drawn] == [(7, PICTURE), (2, FOUND), (7, PICTURE)]
    with pytest.raises(NotFound):
        redrawn(THREE, 4, 7)


def test_pages_take_the_places_of_pictures_and_leave_what_somebody_wrote():
    written = SlideFacts(10_000, 2, FOUND, "Chị tự gõ")

    paged = with_pages((THREE[0], written), {1: (11, "Trang một"), 2: (12, "Trang hai")})

    assert [(one.file_id, one.origin, one.text) for one in paged] == [
        (11, PDF, "Trang một"),
        (12, PDF, "Chị tự gõ"),
    ]
