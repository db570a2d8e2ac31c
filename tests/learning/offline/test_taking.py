"""Envelopes of whoever brings them: what is credited, once, and which leases that ends."""

import pytest

from elearn import people
from elearn.access import OPERATOR
from elearn.errors import Conflict
from elearn.learning.offline import queries, service
from elearn.learning.offline.models import EnvelopeState
from elearn.learning.rules import LeaseEnd, Seconds, SessionKind
from tests.learning.offline.away import LENGTH, Away, at, bring
from tests.learning.players import START
from tests.make import people as make

DAY = 86_400
TAKEN, KNOWN = EnvelopeState.TAKEN, EnvelopeState.KNOWN


def test_what_was_played_without_a_line_is_credited_once(away, film):
    lease = away.lease(film())
    line = away.phone.played(lease, (0, 300))

    first, again = away.bring(400, line, line)

    assert (first.state, first.claimed_seconds, first.credited_seconds) == (TAKEN, 300, 300)
    assert (again.state, again.credited_seconds) == (KNOWN, 0)


def test_more_leases_may_be_named_than_a_statement_holds(db, away, film):
    lease = away.lease(film())
    named = [f"{number:032x}" for number in range(70_000)]

    assert queries.leases_named(db, [*named, lease]).keys() == {lease}


def test_late_is_never_too_late(away, film):
    """She played it in a month without a line, the days are over, and the copy is gone."""
    version = film()
    lease = away.lease(version)
    line = away.phone.played(lease, (0, 600))
    service.end(away.row(lease), LeaseEnd.DELETED, now=at(3600))

    [outcome] = away.bring(60 * DAY, line)

    assert outcome.credited_seconds == 600
    assert away.held() == {version: Seconds.of([(0, 600)], LENGTH)}


def test_what_nothing_pays_for_is_evidence_and_may_come_again(away, film):
    lease = away.lease(film())

    assert list(away.played(lease, 60, (0, 600)).refused.ranges()) == [(120, 600)]
    assert away.played(lease, 300, (120, 600)).credited_seconds == 480


def test_two_phones_with_one_film_are_paid_for_by_one_clock(away, film):
    version = film()
    phones = [away.lease(version), away.lease(version)]
    lines = [away.phone.played(one, (n * 300, n * 300 + 300)) for n, one in enumerate(phones)]

    outcomes = away.bring(120, *lines)

    assert [one.credited_seconds for one in outcomes] == [240, 0]


def test_a_player_with_a_line_neither_feeds_nor_empties_what_was_saved(away, film):
    version, other = film(), film()
    lease, session = away.lease(version), away.online(other)
    away.bring(600)
    for minute in range(11, 21):
        start = 60 * (minute - 11)
        away.watched(session, 60 * minute, (start, start + 60))

    assert away.credited(SessionKind.ONLINE) == 600
    assert away.played(lease, 1200, (0, 600)).credited_seconds == 600


def test_the_online_purse_pays_for_nothing_that_was_played_without_a_line(away, film):
    lease, session = away.lease(film()), away.online(film())
    away.watched(session, 600, (0, 1))
    token = away.row(lease).watch_session.token
    service.end(away.row(lease), LeaseEnd.DELETED, now=at(1))

    receipt = away.watched(token, 900, (0, 100))  # As the desk of reports takes it.

    assert len(receipt.refused) == 99


def test_a_copy_on_a_phone_keeps_no_player_alive(away, film):
    version = film()
    away.lease(version)
    away.online(version)

    late = away.online(version, DAY)

    assert len(away.watched(late, DAY + 10, (0, 600)).refused) == 580


def test_an_old_report_does_not_take_her_back_to_where_she_was(away, film):
    version = film()
    lease, session = away.lease(version), away.online(version)
    away.watched(session, 3000, (400, 500))
    hours = {"from": _ms(100), "to": _ms(200)}
    report = {"form": "video", "ranges": [[0, 100]], "position": 100, **hours}

    [outcome] = away.bring(3600, away.phone.played(lease, reports=[report]))

    assert outcome.standing.position == 500


def _ms(second: float) -> int:
    return int(at(second).timestamp() * 1000)


def test_fifty_phones_come_home_in_one_file_by_few_queries(db, terms, film, count_queries):
    version = film()
    village = [Away(db, terms) for _ in range(50)]
    lines = [one.phone.played(one.lease(version), (0, 60)) for one in village]
    db.expire_all()

    with count_queries() as queries:
        outcomes = bring(db, terms, 600, *lines)

    assert len(queries) <= 10
    assert [one.credited_seconds for one in outcomes] == [60] * 50
    assert {one.lease and one.lease.person_id for one in outcomes} == {
        one.person_id for one in village
    }


def test_a_copy_that_was_deleted_ends_its_lease_once_its_last_reports_are_taken(away, film):
    lease = away.lease(film())

    [last] = away.bring(600, away.phone.played(lease, (0, 60), ended="deleted"))
    [later] = away.bring(900, away.phone.played(lease, (0, 90), ended="signed_out"))

    assert (last.has_ended, last.credited_seconds) == (True, 60)
    assert later.credited_seconds == 30
    assert (away.row(lease).ended_at, away.row(lease).ended_by) == (at(600), LeaseEnd.DELETED)


def test_the_same_lecture_in_the_same_browser_takes_the_place_of_what_was_there(away, film):
    version, browser = film(), "a" * 32
    before = away.lease(version, browser=browser)
    elsewhere = away.lease(version, browser="b" * 32)

    away.lease(version, 60, browser=browser)

    assert away.row(before).ended_by is LeaseEnd.REPLACED
    assert away.row(elsewhere).ended_at is None
    assert away.played(before, 90, (0, 60)).credited_seconds == 60


def test_nobody_has_more_lectures_on_her_phones_than_the_rule_allows(away, film):
    away.leave.rule.most_leases = 2
    version = film()
    first, _ = away.lease(version), away.lease(film())

    with pytest.raises(Conflict) as refused:
        away.lease(film())
    assert "Đã tải về 2 bài, kể cả trên máy khác" in str(refused.value)

    service.end(away.row(first), LeaseEnd.DELETED, now=at(1))
    away.lease(film(), 2)


def test_a_lease_that_is_over_is_renewed_only_where_a_new_one_would_be_given(away, film):
    away.leave.rule.most_leases = 2
    over, running = away.lease(film()), away.lease(film())
    away.row(over).expires_at = at(100)
    away.lease(film(), 200)

    away.renew(running, 200)
    with pytest.raises(Conflict) as refused:
        away.renew(over, 200)

    assert refused.value.over == "many"


def test_days_that_are_over_do_not_count_when_a_lease_is_renewed(away, film):
    lease = away.lease(film())
    row = away.row(lease)
    row.expires_at = at(100)

    away.renew(lease, 40 * DAY)

    assert away.played(lease, 40 * DAY, (0, 600)).credited_seconds == 200
    assert row.expires_at > at(69 * DAY)


def test_what_was_played_is_hers_after_two_entries_were_joined(db, away, film):
    lease = away.lease(film())
    whole = make.person(db)
    people.merge(db, OPERATOR, people.person_by_id(db, away.person_id), whole, now=START)

    assert away.played(lease, 600, (0, 60)).credited_seconds == 60
