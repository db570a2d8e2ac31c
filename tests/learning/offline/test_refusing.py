"""Envelopes that cannot be taken: refused, or put by; one spoils no other."""

import pytest

from elearn.learning.offline import sealing, service
from elearn.learning.offline.models import EnvelopeState
from elearn.learning.offline.rules import Reason
from elearn.learning.rules import Seconds
from tests.learning.offline.away import LENGTH, SECRET, Away
from tests.learning.players import START

TAKEN = EnvelopeState.TAKEN


def test_an_envelope_of_another_key_another_server_or_no_lease_is_refused(db, terms, film, away):
    lease, other = away.lease(film()), away.lease(film())
    line = away.phone.played(lease, (0, 10))
    changed = line.replace("[[0,10]]", "[[0,99]]")
    lent = away.phone.line(other, line.partition(" ")[2])
    strange = Away(db, terms)
    strange.phone.leases["0" * 32] = {"key": "A" * 43, "server": "0" * 16}
    elsewhere = strange.phone.played("0" * 32, (0, 10))

    outcomes = away.bring(600, changed, lent, elsewhere, line)

    assert [one.reason for one in outcomes] == [
        Reason.FORGED,
        Reason.FORGED,
        Reason.ELSEWHERE,
        None,
    ]
    assert outcomes[2].state is EnvelopeState.REFUSED


def test_a_lease_that_an_older_backup_does_not_know_waits(away, film):
    lease = away.lease(film())
    away.phone.leases["1" * 32] = _key_of_ours("1" * 32)

    [lost, fine] = away.bring(
        600, away.phone.played("1" * 32, (0, 10)), away.phone.played(lease, (0, 10))
    )

    assert (lost.reason, lost.state) == (Reason.LOST, EnvelopeState.QUARANTINED)
    assert fine.state is TAKEN


def _key_of_ours(token: str) -> dict[str, str]:
    key = sealing.told(sealing.key_of(SECRET, token))
    return {"key": key, "server": sealing.server_of(SECRET)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[" * 100_000,
        '{"lease":' + "[" * 50_000,
        '{"lease":"%s"}',
        '{"lease":"%s","number":1e999,"reports":[]}',
        '{"lease":"%s","number":-1,"reports":[]}',
        '{"lease":"%s","number":true,"reports":[]}',
        '{"lease":"%s","number":1,"reports":{"a":1}}',
        '{"lease":"%s","number":1,"reports":[[]]}',
        '{"lease":"%s","number":1,"reports":[],"ended":"sold"}',
        '{"lease":"%s","number":1,"reports":[],"ended":"replaced"}',
        '{"lease":"%s","number":1,"reports":[{"form":"video","ranges":[[0]],"position":0}]}',
        '{"lease":"%s","number":1,"reports":[{"form":"radio","ranges":[],"position":0}]}',
        '{"lease":"%s","number":1,"reports":[{"form":"video","ranges":[[-1,5]],"position":0}]}',
        '{"lease":"%s","number":1,"reports":[{"form":"video","ranges":[[0,1.5]],"position":0}]}',
        '{"lease":["%s"],"number":1,"reports":[]}',
    ],
)
def test_what_no_phone_would_write_is_put_by_and_hurts_nothing(away, film, text):
    lease = away.lease(film())
    strange = away.phone.line(lease, text.replace("%s", lease))

    put_by, fine = away.bring(600, strange, away.phone.played(lease, (0, 10)))

    assert (put_by.reason, put_by.state) == (Reason.UNREADABLE, EnvelopeState.QUARANTINED)
    assert fine.credited_seconds == 10


@pytest.mark.parametrize("ranges", [[[LENGTH, LENGTH + 1]], [[5, 5]], [[7, 3]], [[10**400] * 2]])
def test_seconds_that_the_film_does_not_have_are_refused(away, film, ranges):
    lease = away.lease(film())
    report = {"form": "video", "ranges": ranges, "position": 0}

    outside, fine = away.bring(
        600,
        away.phone.played(lease, reports=[report]),
        away.phone.played(lease, (0, 10)),
    )

    assert (outside.reason, outside.credited_seconds) == (Reason.OUTSIDE, 0)
    assert fine.credited_seconds == 10


def test_seconds_that_the_film_does_not_have_spoil_none_beside_them(away, film):
    version = film()
    lease = away.lease(version)
    told = [[[0, 90]], [[500, 10**400]], [[LENGTH, LENGTH + 9]]]
    reports = [{"form": "video", "ranges": one, "position": 0} for one in told]

    [taken] = away.bring(600, away.phone.played(lease, reports=reports))

    assert (taken.state, taken.is_cut) == (TAKEN, True)
    assert (taken.claimed_seconds, taken.credited_seconds) == (190, 190)
    assert away.held() == {version: Seconds.of([(0, 90), (500, 600)], LENGTH)}


def test_bytes_that_are_no_text_are_put_by(db, terms):
    photo = bytes(range(256)) * 10
    taken = service.take(db, [photo, b""], secret_key="k", terms=terms, now=START)

    assert {one.reason for one in taken} == {Reason.UNREADABLE}
