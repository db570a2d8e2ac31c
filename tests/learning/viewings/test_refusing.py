"""What nobody gets by saying so: too many, too fast, elsewhere at once, too often, too late."""

import pytest

from elearn.errors import Conflict, InvalidInput
from tests.learning.viewings.leading import (
    Leader,
    maps,
    seconds,
    shown,
    sitters,
    stretch,
)
from tests.make import people as make
from tests.make.areas import area


def test_the_sixty_first_the_leader_and_the_stranger_are_left_out(db, leader, unit, film):
    women = sitters(db, unit, 61)
    far = make.tenure(
        db, make.person(db, "Bùi Thị Xa"), at=make.org_unit(db, at=area(db, "Xã Thư Vũ"))
    ).person
    viewing = leader.open(film)

    taken = leader.say(
        viewing, stretch(1, [leader.person, far, *women], (0, 60), at=(0, 60)), at=60
    )

    assert [(one.person_id, str(one.reason)) for one in taken.refused] == [
        (leader.person.id, "Người mở buổi được tính bằng lượt xem của chính mình."),
        (far.id, "Không có trong danh sách cán bộ của địa bàn ngày hôm đó."),
        (women[60].id, "Một màn hình tính cho nhiều nhất 60 người cùng lúc."),
    ]
    assert taken.seconds == 60


def test_more_seconds_than_the_clock_are_refused_and_taken_when_it_has_run(db, leader, unit, film):
    women, viewing = sitters(db, unit, 2), leader.open(film)
    forged = stretch(1, women[:1], (0, 600), at=(0, 60))

    taken = leader.say(viewing, forged, at=60)

    assert taken.seconds == 120  # Twice the clock.
    [refused] = taken.refused
    assert list(refused.seconds.ranges()) == [(120, 600)]
    again = leader.say(viewing, stretch(2, women[1:], (0, 600), at=(0, 60)), at=61)
    assert again.refused[0].seconds == seconds((2, 600))  # Nor before others in no time.
    assert leader.say(viewing, stretch(1, women[:1], (0, 600), at=(0, 300)), at=400).refused == ()


def test_seconds_beyond_the_film_spoil_neither_those_beside_them_nor_other_stretches(
    leader, unit, film
):
    women, viewing = sitters(leader.db, unit, 1), leader.open(film)
    leader.play((0, 60), at=400)

    taken = leader.say(
        viewing,
        stretch(1, women, (0, 60), at=(0, 60)),
        stretch(2, women, (590, 650), at=(60, 120)),
        stretch(3, women, (600, 700), at=(120, 220)),
        at=400,
    )

    assert [(one.number, str(one.reason)) for one in taken.refused] == [
        (number, "Có đoạn nằm ngoài bài giảng.") for number in (2, 3)
    ]
    assert taken.seconds == 70


def test_who_looked_in_for_a_minute_has_no_more_than_fits_into_it(db, leader, unit, film):
    [woman], viewing = sitters(db, unit, 1), leader.open(film)

    taken = leader.say(viewing, stretch(1, [woman], (0, 600), at=(500, 560)), at=3000)

    assert taken.seconds == 130  # Twice the minute, and what clocks may be read apart.


def test_nobody_sits_before_two_screens_at_once(db, leader, unit, film, terms):
    women, other = sitters(db, unit, 2), Leader(db, terms, unit)
    first, second = leader.open(film), other.open(film)
    for one in (leader, other):
        one.play((0, 300), at=300)
    leader.say(first, stretch(1, women[:1], (0, 100), at=(0, 100)), at=100)

    taken = other.say(second, stretch(1, [*women, leader.person], (0, 100), at=(50, 150)), at=150)

    assert [one.person_id for one in taken.refused] == [women[0].id, leader.person.id]
    assert {str(one.reason) for one in taken.refused} == {
        "Đang được ghi có mặt ở một buổi xem chung khác cùng giờ."
    }


def test_of_two_screens_that_grew_into_one_hour_the_one_credited_first_counts(
    db, leader, unit, film, terms
):
    [one], other = sitters(db, unit, 1), Leader(db, terms, unit)
    first, second = leader.open(film), other.open(shown(db, "BG-02"))
    for screen in (leader, other):
        screen.play((0, 300), at=300)
    leader.say(first, stretch(1, [one], (0, 100), at=(0, 100)), at=300)
    other.say(second, stretch(1, [one], (0, 100), at=(100, 200)), at=300)
    leader.say(first, stretch(1, [one], (0, 200), at=(0, 200)), at=300)
    other.state(second, at=310)

    leader.state(first, at=320)

    assert maps(db, second)[one.id][0] == seconds((0, 100))
    assert maps(db, first)[one.id][0] == seconds()


def test_a_fourth_of_the_day_is_refused_and_one_of_the_next_day_is_not(leader, unit, film):
    women = sitters(leader.db, unit, 1)
    for hour in range(0, 12_000, 4000):
        opened = leader.open(film, at=hour)
        leader.say(opened, stretch(1, women, (0, 60), at=(hour, hour + 60)), at=hour + 60)

    with pytest.raises(Conflict, match="3 buổi"):
        leader.open(film, at=12_000)
    assert leader.open(film, at=24 * 3600)


def test_what_was_opened_by_mistake_is_none_of_the_day_unless_somebody_sat_there(
    leader, unit, film
):
    women = sitters(leader.db, unit, 1)
    mistakes = [leader.open(film, at=minute) for minute in (0, 60)]
    meant = [leader.open(film, at=hour) for hour in (4000, 8000, 12_000)]
    for one, hour in zip(meant, (4000, 8000, 12_000), strict=True):
        leader.say(one, stretch(1, women, (0, 60), at=(hour, hour + 60)), at=13_000)

    late = leader.say(mistakes[0], stretch(1, women, (0, 60), at=(0, 60)), at=13_100)

    assert [str(one.reason) for one in late.refused] == [
        "Hôm ấy người mở buổi đã xem chung đủ số buổi một ngày."
    ]
    grown = stretch(1, women, (0, 90), at=(12_000, 12_090))
    assert leader.say(meant[-1], grown, at=13_200).refused == ()


def test_nobody_opens_it_for_an_area_she_does_not_answer_for(db, leader, film):
    leader.area = area(db, "Xã Thư Vũ")

    with pytest.raises(InvalidInput):
        leader.open(film)


def test_it_is_stated_once_and_nothing_comes_after(db, leader, unit, film):
    women, viewing = sitters(db, unit, 2), leader.open(film)
    leader.play((0, 300), at=300)
    leader.say(viewing, stretch(1, women[:1], (0, 100), at=(0, 100)), at=100)
    leader.state(viewing, at=310)

    with pytest.raises(Conflict):
        leader.state(viewing, at=320)
    with pytest.raises(Conflict):
        leader.say(viewing, stretch(2, women[1:], (0, 100), at=(0, 100)), at=320)
    assert maps(db, viewing)[women[0].id][0] == seconds((0, 100))


def test_too_late_it_cannot_be_stated(db, leader, unit, film):
    viewing = leader.open(film)

    with pytest.raises(Conflict, match="14 ngày"):
        leader.state(viewing, at=15 * 86400)
