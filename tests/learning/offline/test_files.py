"""Report files, brought and brought again: each second once, and nothing that came is lost."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session, make_transient

from elearn.access import Actor
from elearn.learning import Terms
from elearn.learning.models import OfflineLease
from elearn.learning.offline import ReportEnvelope, ReportFile
from elearn.learning.offline.models import EnvelopeState
from elearn.learning.offline.queries.files import tallies_of
from elearn.learning.offline.service.files import Brought, Taking, bring, retry, retry_due
from elearn.learning.rules import Seconds, SessionKind
from tests.learning.offline.away import LENGTH, SECRET, Away, at
from tests.learning.offline.carrying import brought, report_file, written
from tests.make import people

TAKEN, KNOWN = EnvelopeState.TAKEN, EnvelopeState.KNOWN
ASIDE, REFUSED = EnvelopeState.QUARANTINED, EnvelopeState.REFUSED
LATER = 2000


class Counter:
    """A chair who brings files, and what stands of them."""

    def __init__(self, db: Session, terms: Terms) -> None:
        self.db, self.by = db, Taking(SECRET, terms)
        self.actor = Actor(people.person(db).id)

    def bring(self, *files: Brought, second: float = LATER) -> list[ReportFile]:
        return bring(self.db, self.actor, files, self.by, now=at(second))

    def states(self, file: ReportFile) -> list[EnvelopeState]:
        return [one.state for one in file.envelopes]

    def reasons(self, file: ReportFile) -> list[str]:
        return [one.reason for one in file.envelopes]


@pytest.fixture
def chair(db: Session, terms: Terms) -> Counter:
    return Counter(db, terms)


@pytest.fixture
def leases(away: Away, film: Callable[[], int]) -> list[str]:
    """Two films on one phone."""
    return [away.lease(film()), away.lease(film())]


def test_a_file_as_the_phone_writes_it_is_credited_once_by_whoever_brings_it(
    db, terms, chair, away, leases
):
    name, content = written(away, [(leases[0], (0, 90)), (leases[1], (10, 40))], ended=[leases[1]])
    other = Counter(db, terms)

    [first] = chair.bring(brought(content, name))
    [again] = chair.bring(brought(content, "tên khác.txt"))
    [others] = other.bring(brought(content))

    assert name == "bao-cao-xem-22-11-2026.elearn.txt"
    assert (first.announced, first.host) == (2, "hoc.example")
    assert chair.states(first) == [TAKEN, TAKEN]
    assert again is first
    assert other.states(others) == [KNOWN, KNOWN]
    assert sum(map(len, away.held().values())) == away.credited(SessionKind.OFFLINE) == 120
    assert [away.row(one).ended_at is None for one in leases] == [True, False]
    assert tallies_of(db, [first.id])[first.id].persons == 1


@pytest.mark.parametrize("by_line_first", [True, False])
def test_a_phone_that_gets_a_line_after_all_sends_the_same(chair, away, leases, by_line_first):
    line = away.phone.played(leases[0], (0, 50))
    if by_line_first:
        away.bring(1000, line)
    [file] = chair.bring(brought(report_file(line)))
    [outcome] = away.bring(3000, line)

    assert chair.states(file) == [KNOWN if by_line_first else TAKEN]
    assert outcome.is_known
    assert away.credited(SessionKind.OFFLINE) == 50


def test_halves_swapped_cost_what_was_cut_and_no_more(chair, away, leases):
    lines = [away.phone.played(leases[0], (start, start + 9)) for start in range(0, 50, 10)]
    content = report_file(*lines)
    middle = len(content) // 2

    [file] = chair.bring(brought(content[middle:] + content[:middle]))

    tally = tallies_of(chair.db, [file.id])[file.id]
    assert tally.counts[TAKEN] == 4
    assert tally.credited_seconds == away.credited(SessionKind.OFFLINE) == 36
    assert set(chair.states(file)) <= {TAKEN, ASIDE, REFUSED}


def test_a_byte_changed_anywhere_spoils_no_more_than_its_own_envelope(chair, away, leases):
    spans = [(leases[0], (0, 30)), (leases[1], (100, 120))]
    honest = {away.row(lease).medium_version_id: span for lease, span in spans}
    lines = [away.phone.played(lease, span) for lease, span in spans]
    content, draw = report_file(*lines), Random(2026)
    bounds = [content.index(b"\n") + 1, content.index(lines[1].encode()), len(content)]
    changed = [_changed(content, place, draw) for place in range(len(content))]

    files = chair.bring(*[brought(one) for one in changed])

    for place, file in enumerate(files):
        whole = [state in (TAKEN, KNOWN) for state in chair.states(file)]
        hit = sum(place >= bound - 1 for bound in bounds[:2])
        assert sum(whole) >= (2 if hit == 0 else 1), (place, changed[place])
    for version_id, held in away.held().items():
        assert held == held & Seconds.of([honest[version_id]], LENGTH)
    assert away.credited(SessionKind.OFFLINE) == 50


def _changed(content: bytes, place: int, draw: Random) -> bytes:
    other = draw.choice([one for one in b'\n\r\0 "{}[],:09azAZ_-\xe1\xff' if one != content[place]])
    return content[:place] + bytes([other]) + content[place + 1 :]


def test_what_is_of_another_server_or_of_nobody_is_refused_in_words(chair, away, leases):
    line = away.phone.played(leases[0], (0, 30))
    elsewhere = {**away.phone.leases[leases[0]], "lease": "e" * 32, "server": "f" * 16}
    away.phone.leases["e" * 32] = elsewhere
    foreign = away.phone.played("e" * 32, (0, 30))
    outside = away.phone.played(leases[0], (LENGTH, LENGTH + 1))

    [file] = chair.bring(brought(report_file(foreign, line.replace("[0,30]", "[0,99]"), outside)))

    assert chair.reasons(file) == ["elsewhere", "forged", "outside"]
    assert set(chair.states(file)) == {REFUSED}
    assert file.envelopes[0].raw == foreign.encode()
    assert not any(away.held().values())


def test_what_a_restored_backup_lacks_is_credited_once_it_is_back(db, chair, away, leases):
    line = away.phone.played(leases[0], (0, 30))
    lost = away.row(leases[0])
    db.execute(delete(OfflineLease).where(OfflineLease.id == lost.id))
    [file] = chair.bring(brought(report_file(line)))
    assert chair.reasons(file) == ["lost"]

    assert retry(db, chair.actor, file, chair.by, now=at(LATER)) == 0
    make_transient(lost)
    db.add(lost)
    db.flush()

    assert retry(db, chair.actor, file, chair.by, now=at(LATER)) == 1
    assert retry(db, chair.actor, file, chair.by, now=at(LATER)) == 0
    assert (chair.states(file), file.envelopes[0].raw) == ([TAKEN], None)
    assert away.credited(SessionKind.OFFLINE) == file.envelopes[0].credited_seconds == 30


def test_what_was_put_aside_is_tried_by_itself_when_its_time_has_come(db, chair, away, leases):
    newer = away.phone.played(leases[0], (0, 30), ended="lent")
    [file] = chair.bring(brought(report_file(newer, version=2)))
    [row] = file.envelopes

    assert row.reason == "newer"
    assert retry_due(db, chair.by, now=row.retry_at - timedelta(seconds=1)) == 0
    first = row.retry_at
    assert retry_due(db, chair.by, now=first) == 1
    assert (row.reason, row.tries, row.retry_at - first) == ("newer", 2, timedelta(hours=2))


def test_seconds_that_no_clock_pays_for_are_told_and_may_come_again(db, chair, away, leases):
    line = away.phone.played(leases[0], (0, 500))

    [file] = chair.bring(brought(report_file(line)), second=100)
    [later] = chair.bring(brought(report_file(line, made=1)))

    assert [(one.credited_seconds, one.refused_seconds) for one in file.envelopes] == [(200, 300)]
    assert [one.credited_seconds for one in later.envelopes] == [300]
    assert db.scalars(select(ReportEnvelope.claimed_seconds)).all() == [500, 500]
