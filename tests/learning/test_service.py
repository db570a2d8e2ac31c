from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import learning
from elearn.errors import InvalidInput, NotFound
from elearn.learning import Form, WatchEvidence, WatchMap, WatchReport
from elearn.learning.rules import Limits, Seconds, Terms
from tests.learning.players import START, Player


def held(receipt):
    return list(receipt.standing.held.ranges())


def test_what_was_played_is_held(player, film):
    session = player.open(film())

    receipt = player.report(session, (0, 15), at=15)

    assert held(receipt) == [(0, 15)]
    assert not receipt.refused


def test_skipping_to_the_end_counts_only_what_was_played(player, film):
    session = player.open(film())
    player.report(session, (0, 10), at=10)

    receipt = player.report(session, (590, 600), at=25)

    assert held(receipt) == [(0, 10), (590, 600)]
    assert not receipt.standing.is_seen


def test_the_same_second_twice_counts_once(player, film):
    session = player.open(film())
    player.report(session, (0, 15), at=15)

    receipt = player.report(session, (0, 15), at=30)

    assert held(receipt) == [(0, 15)]


def test_a_repeated_report_spends_nothing(player, film):
    session = player.open(film())
    player.report(session, (0, 20), at=10)
    player.report(session, (0, 20), at=10)

    receipt = player.report(session, (20, 40), at=20)

    assert held(receipt) == [(0, 40)]


def test_reports_out_of_order_give_the_same_map(player, film):
    session = player.open(film())
    player.report(session, (30, 45), at=45)
    player.report(session, (0, 15), at=46)

    receipt = player.report(session, (15, 30), at=47)

    assert held(receipt) == [(0, 45)]


def test_a_forged_report_after_a_day_away_gets_at_most_what_may_stand_unspent(player, film):
    session = player.open(film())

    receipt = player.report(session, (0, 600), at=86_400)

    assert held(receipt) == [(0, 120)]
    assert list(receipt.refused.ranges()) == [(120, 600)]


def test_a_new_session_after_a_day_away_begins_with_nothing(player, film):
    player.report(player.open(film()), (0, 10), at=10)
    session = player.open(film(), at=86_400)

    receipt = player.report(session, (0, 600), at=86_400)

    assert held(receipt) == []


def test_eight_lectures_at_once_share_twice_the_clock(player, film):
    sessions = [player.open(film()) for _ in range(8)]

    receipts = [player.report(session, (0, 600), at=30) for session in sessions]

    assert sum(len(receipt.standing.held) for receipt in receipts) == 60


def test_two_devices_share_one_budget_and_one_map(player, film):
    version = film()
    phone, desk = player.open(version), player.open(version, at=5)
    player.report(phone, (0, 20), at=10)

    receipt = player.report(desk, (20, 60), at=20)

    assert held(receipt) == [(0, 40)]


def test_opening_again_takes_nothing_away_and_gives_nothing(player, film):
    first = player.open(film())
    second = player.open(film(), at=10)
    player.report(first, (0, 15), at=10)

    receipt = player.report(second, (0, 600), at=10)

    assert held(receipt) == [(0, 5)]


def test_a_refused_second_is_credited_when_the_clock_has_caught_up(player, film):
    session = player.open(film())
    player.report(session, (0, 60), at=20)

    receipt = player.report(session, (40, 60), at=30)

    assert held(receipt) == [(0, 60)]


def test_what_was_claimed_too_early_is_kept_as_evidence(db, player, film):
    session = player.open(film())
    player.report(session, (0, 600), at=10)

    evidence = db.scalars(select(WatchEvidence)).one()

    assert len(Seconds.from_bytes(evidence.claimed)) == 600
    assert len(Seconds.from_bytes(evidence.refused)) == 580
    assert evidence.credited_seconds == 20


def test_one_evidence_row_stands_for_a_session_and_form(db, player, film):
    session = player.open(film())
    for at in (15, 30, 45):
        player.report(session, (at - 15, at), at=at)

    evidence = db.scalars(select(WatchEvidence)).one()

    assert evidence.reports == 3


def test_the_clock_stops_when_the_last_session_closes(player, film):
    session = player.open(film())
    player.report(session, (0, 15), at=15, closing=True)

    receipt = player.report(session, (15, 600), at=1000)

    assert len(receipt.standing.held) == 30


def test_a_slower_interval_lets_more_stand_unspent(db, film):
    slow = Terms(80, Limits(200, 120, 4), timedelta(minutes=30), interval=60)
    learner = Player(db, slow)
    session = learner.open(film())

    receipt = learner.report(session, (0, 600), at=3600)

    assert held(receipt) == [(0, 240)]


def test_another_person_cannot_report_for_a_session(player, film, db, terms):
    session = player.open(film())

    with pytest.raises(NotFound):
        Player(db, terms).report(session, (0, 15), at=15)


def test_seconds_beyond_the_end_are_left_out_and_spoil_none_beside_them(player, film):
    session = player.open(film())

    receipt = player.report(session, (590, 610), at=15)

    assert (held(receipt), receipt.is_cut) == ([(590, 600)], True)
    with pytest.raises(InvalidInput):
        player.report(session, (600, 610), at=30)


def test_a_session_watched_in_another_form_has_evidence_of_its_own(db, player, film):
    session = player.open(film())
    player.report(session, (0, 15), at=15)
    sound = WatchReport(session, Form.SOUND, ((15, 30),), 30)

    learning.record(
        db, player.person_id, sound, terms=player.terms, now=START + timedelta(seconds=30)
    )

    assert {one.form for one in db.scalars(select(WatchEvidence))} == {Form.VIDEO, Form.SOUND}


def test_the_place_where_she_was_last_is_kept(db, player, film):
    version = film()
    player.report(player.open(version), (0, 15), at=15)

    kept = db.get_one(WatchMap, (player.person_id, version))

    assert kept.position == 15
