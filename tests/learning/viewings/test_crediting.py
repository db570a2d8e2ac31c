"""A whole evening: who came late or left has her own seconds, and nobody more than was played."""

from datetime import timedelta
from typing import Any

import pytest

from elearn import learning
from elearn.errors import Conflict, InvalidInput
from elearn.learning import WatchBudget, WatchSession
from elearn.learning.rules import SessionKind
from elearn.learning.viewings import queries
from tests.learning.viewings.leading import (
    Leader,
    maps,
    moment,
    presence,
    seconds,
    shown,
    sitters,
    stretch,
)
from tests.make import people as make
from tests.make import signals
from tests.make.areas import area


def test_each_of_twenty_has_the_seconds_of_her_own_stretches(db, leader, unit, film):
    women, viewing = sitters(db, unit, 20), leader.open(film)
    late, leaver, rest = women[:3], women[3:5], women[5:]
    leader.play((0, 600), at=610)
    leader.say(
        viewing,
        stretch(1, [*leaver, *rest], (0, 200), at=(0, 200)),
        stretch(2, women, (200, 400), at=(200, 400)),
        stretch(3, [*late, *rest], (400, 600), at=(400, 600)),
        at=610,
        ended=True,
    )
    assert maps(db, viewing).keys() == {leader.person.id}  # Nobody's yet.

    leader.state(viewing, at=620)

    held = maps(db, viewing)
    for one, heard in [
        *((one, (200, 600)) for one in late),
        *((one, (0, 400)) for one in leaver),
        *((one, (0, 600)) for one in rest),
    ]:
        assert held[one.id] == (seconds(heard), seconds(heard))
        assert presence(db, viewing, one).credited_seconds == len(seconds(heard))
    assert held[leader.person.id][1] == seconds()  # Hers are her own player's.


def test_what_she_had_seen_herself_is_not_marked_as_shared(db, leader, unit, film, terms):
    [one], viewing = sitters(db, unit, 1), leader.open(film)
    visit = learning.Visit(viewing.medium_version_id, 600)
    own = learning.open_watch(db, one.id, visit, terms=terms, now=moment(0))
    said = learning.WatchReport(own.session, learning.Form.VIDEO, ((0, 100),), 100)
    learning.record(db, one.id, said, terms=terms, now=moment(60))
    leader.play((0, 480), at=500)
    leader.say(viewing, stretch(1, [one], (50, 480), at=(0, 480)), at=500)

    leader.state(viewing, at=510)

    assert maps(db, viewing)[one.id] == (seconds((0, 480)), seconds((100, 480)))
    kept = db.get_one(learning.WatchMap, (one.id, viewing.medium_version_id))
    assert kept.seen_at == moment(510)
    assert db.get_one(WatchBudget, one.id).unspent == 0  # No minute counts twice over.


def test_what_her_own_player_never_played_counts_for_nobody(db, leader, unit, film):
    [one], viewing = sitters(db, unit, 1), leader.open(film)
    leader.play((0, 100), at=300)
    leader.visit(viewing, at=310)  # The page was opened anew.
    leader.play((200, 300), at=420)
    leader.say(viewing, stretch(1, [one], (0, 400), at=(0, 400)), at=420)

    leader.state(viewing, at=430)

    assert maps(db, viewing)[one.id][0] == seconds((0, 100), (200, 300))
    visit = db.get_one(WatchSession, presence(db, viewing, one).watch_session_id)
    assert visit.kind is SessionKind.SHARED


def test_what_a_copy_on_her_phone_plays_counts_as_hers(db, leader, unit, film):
    [one] = sitters(db, unit, 1)
    facts: dict[str, Any] = {"kind": SessionKind.OFFLINE, "at": moment(-9000), "seconds": (0, 100)}
    version = film[1].version_id
    signals.visit(db, leader.person, version, lasted=timedelta(seconds=9300), **facts)
    facts["seconds"] = (100, 200)  # She fetched it before, and told of nothing since.
    signals.visit(db, leader.person, version, lasted=timedelta(seconds=10), **facts)
    viewing = leader.open(film)
    leader.say(viewing, stretch(1, [one], (0, 300), at=(0, 300)), at=310)

    leader.state(viewing, at=320)

    assert maps(db, viewing)[one.id][0] == seconds((0, 100))


def test_what_she_played_before_does_not_stand_for_what_she_shows_now(db, leader, unit, film):
    [one] = sitters(db, unit, 1)
    before = leader.open(film)
    leader.play((0, 300), at=300)
    viewing = leader.open(film, at=400)
    leader.say(viewing, stretch(1, [one], (0, 300), at=(400, 700)), at=700)

    leader.state(viewing, at=710)

    assert before.ended_at == moment(400)
    assert maps(db, viewing)[one.id][0] == seconds()


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


def test_a_fourth_of_the_day_is_refused_and_one_of_the_next_day_is_not(db, leader, film):
    for number in range(3):
        leader.open(film, at=number)

    with pytest.raises(Conflict, match="3 buổi"):
        leader.open(film, at=10)
    assert leader.open(film, at=24 * 3600)


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


def test_sixty_are_credited_by_as_many_statements_as_six(db, leader, unit, film, count_queries):
    women, asked = sitters(db, unit, 60), []
    for present in (women[:6], women):
        viewing = leader.open(film)
        leader.play((0, 100), at=100)
        with count_queries() as queries_run:
            leader.say(viewing, stretch(1, present, (0, 100), at=(0, 100)), at=100)
            leader.state(viewing, at=110)
            queries.roll_of(db, leader.actor, viewing)
        asked.append(len(queries_run))

    assert asked[1] <= asked[0] + 2 < 60
