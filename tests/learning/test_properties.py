"""Reports in any order, twice, in pieces, lost and sent again: one map, and never too much."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import learning
from elearn.learning import Claim, Form, Terms, Visit, WatchReport
from elearn.learning.rules import Receipt, Seconds
from tests import own
from tests.learning.players import START
from tests.make import people

LENGTH = 600
FORMS = st.sampled_from([Form.VIDEO, Form.SLIDES])
few = settings(
    max_examples=3 if own.is_postgresql() else 6,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@dataclass(frozen=True)
class Piece:
    """A stretch that was played, in what form, and how often its report comes."""

    start: int
    seconds: int
    form: Form
    copies: int
    cut: int
    is_lost: bool

    @property
    def ranges(self) -> list[tuple[int, int]]:
        """Return the stretch, or two reports' worth of it."""
        end, middle = self.start + self.seconds, self.start + min(self.cut, self.seconds)
        return [(a, b) for a, b in ((self.start, middle), (middle, end)) if a < b]


pieces = st.builds(
    Piece,
    start=st.integers(0, LENGTH - 30),
    seconds=st.integers(1, 30),
    form=FORMS,
    copies=st.integers(1, 3),
    cut=st.integers(0, 30),
    is_lost=st.booleans(),
)


class Learner:
    """A person on some devices, who reports at moments of the property's choosing."""

    def __init__(self, db: Session, terms: Terms, films: Iterable[int], devices: int = 1) -> None:
        self.db, self.terms = db, terms
        self.person_id = people.person(db).id
        self.sessions = [self._open(film) for film in films for _ in range(devices)]

    def _open(self, film: int) -> str:
        visit = Visit(film, LENGTH)
        return learning.open_watch(
            self.db, self.person_id, visit, terms=self.terms, now=START
        ).session

    def say(self, reports: list[WatchReport], second: float) -> list[Receipt]:
        now = START + timedelta(seconds=second)
        claims = [Claim(self.person_id, report) for report in reports]
        outcomes = learning.record_many(self.db, claims, terms=self.terms, now=now)
        return [one for one in outcomes if isinstance(one, Receipt)]

    def kept(self) -> list[tuple[Seconds, int]]:
        """Return the map of each film, and what the evidence of all her sessions has credited."""
        rows = self.db.execute(
            select(learning.WatchMap.bits, learning.WatchMap.seconds)
            .where(learning.WatchMap.person_id == self.person_id)
            .execution_options(populate_existing=True)
        )
        return [(Seconds.from_bytes(row.bits), row.seconds) for row in rows]

    def credited(self) -> int:
        rows = self.db.scalars(
            select(learning.WatchEvidence.credited_seconds)
            .join(learning.WatchSession)
            .where(learning.WatchSession.person_id == self.person_id)
        )
        return sum(rows)


def report(session: str, form: Form, *ranges: tuple[int, int]) -> WatchReport:
    return WatchReport(session, form, ranges, ranges[-1][1])


@few
@given(played=st.lists(pieces, min_size=1, max_size=8), draw=st.data())
def test_one_map_whatever_the_order_the_copies_the_pieces_and_the_losses(
    db: Session, terms: Terms, film: Callable[[], int], played: list[Piece], draw: Any
):
    learner = Learner(db, terms, [film()])
    [session] = learner.sessions
    said = [
        (report(session, one.form, *ranges), one.is_lost)
        for one in played
        for ranges in ([[each] for each in one.ranges] if one.cut % 2 else [one.ranges])
        for _ in range(one.copies)
    ]
    said = draw.draw(st.permutations(said))
    again = _deliver(learner, [one for one, is_lost in said if not is_lost])
    again += [one for one, is_lost in said if is_lost]  # They come with the next report.
    for turn in range(2, 30):
        again = _batch(learner, again, 60 * turn)
        if not again:
            break

    whole = Seconds.of([span for one in played for span in one.ranges], LENGTH)
    assert learner.kept() == [(whole, len(whole))]
    assert learner.credited() == len(whole)


def _deliver(learner: Learner, reports: list[WatchReport]) -> list[WatchReport]:
    """Send reports one by one, seconds apart; return those of which something was refused."""
    return [left for n, one in enumerate(reports) for left in _batch(learner, [one], 5 * n)]


def _batch(learner: Learner, reports: list[WatchReport], second: float) -> list[WatchReport]:
    receipts = learner.say(reports, second)
    left = zip(reports, receipts, strict=True)
    return [
        replace(one, ranges=tuple(receipt.refused.ranges()))
        for one, receipt in left
        if receipt.refused
    ]


claims = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, LENGTH - 1), st.integers(1, LENGTH), FORMS),
    min_size=1,
    max_size=5,
)


@pytest.mark.parametrize("devices", [1, 4])
@few
@given(batches=st.lists(st.tuples(st.integers(0, 90), claims), min_size=1, max_size=6))
def test_no_more_is_credited_than_the_clock_allows_on_any_number_of_devices(
    db: Session,
    terms: Terms,
    film: Callable[[], int],
    batches: list[tuple[int, Any]],
    devices: int,
):
    learner = Learner(db, terms, [film(), film()], devices)
    second = 0
    for wait, batch in batches:
        second += wait
        learner.say([_claim(learner, *one) for one in batch], second)
        credited = sum(seconds for _, seconds in learner.kept())
        assert credited == learner.credited() <= 2 * second
        assert all(len(bits) == seconds for bits, seconds in learner.kept())
        assert all(not bits.within(LENGTH, 2 * LENGTH) for bits, _ in learner.kept())


def _claim(learner: Learner, device: int, start: int, seconds: int, form: Form) -> WatchReport:
    session = learner.sessions[device % len(learner.sessions)]
    return report(session, form, (start, start + seconds))  # Which the film may not have.


@few
@given(batch=claims, second=st.integers(0, 300))
def test_many_at_once_are_kept_as_one_after_another(
    db: Session, terms: Terms, film: Callable[[], int], batch: Any, second: int
):
    films = [film(), film()]
    at_once, in_turn = (Learner(db, terms, films, 2) for _ in range(2))
    told = at_once.say([_claim(at_once, *one) for one in batch], second)

    for one, receipt in zip(batch, told, strict=True):
        [alone] = in_turn.say([_claim(in_turn, *one)], second)
        assert (alone.standing.held, alone.refused) == (receipt.standing.held, receipt.refused)

    assert sorted(map(str, at_once.kept())) == sorted(map(str, in_turn.kept()))
