"""Phones without a line and players with one, in any order: one map, and never too much."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from elearn.learning import Terms
from elearn.learning.offline import service
from elearn.learning.rules import LeaseEnd, Seconds, SessionKind
from tests import own
from tests.learning.offline.away import LENGTH, Away, at

FILMS = 3
few = settings(
    max_examples=3 if own.is_postgresql() else 8,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
spans = st.tuples(st.integers(0, LENGTH - 30), st.integers(1, LENGTH)).map(
    lambda one: (one[0], min(sum(one), LENGTH))
)
steps = st.tuples(
    st.integers(0, 60),  # Always less than what is claimed: both purses are drawn on to the end.
    st.sampled_from(["lease", "end", "renew", "away", "away", "away", "online", "online"]),
    st.integers(0, 7),
    st.lists(spans, min_size=1, max_size=4),
)


class Day:
    """What one person does with three films, and what her clocks allow her."""

    def __init__(self, away: Away, films: list[int]) -> None:
        self.away, self.films = away, films
        self.leases: list[str] = []
        self.sessions = [away.online(one) for one in films]
        self.second = 0

    def step(self, wait: int, what: str, which: int, ranges: list[tuple[int, int]]) -> None:
        self.second += wait
        if what == "lease":
            self.leases.append(self.away.lease(self.films[which % FILMS], self.second))
        elif what == "online":
            self.away.watched(self.sessions[which % FILMS], self.second, *ranges)
        elif self.leases:
            self._with(what, self.leases[which % len(self.leases)], ranges)

    def _with(self, what: str, lease: str, ranges: list[tuple[int, int]]) -> None:
        row = self.away.row(lease)
        if what == "end":
            service.end(row, LeaseEnd.DELETED, now=at(self.second))
        elif what == "renew" and row.ended_at is None:
            self._expire(lease)
            self.away.renew(lease, self.second)
        elif what == "away":
            lines = [self.away.phone.played(lease, one) for one in ranges]
            self.away.bring(self.second, *lines, lines[0])

    def _expire(self, lease: str) -> None:
        """Have its days been over for a while: it ran for half of its time."""
        row = self.away.row(lease)
        row.expires_at = min(row.expires_at, max(at(self.second / 2), row.issued_at + _MOMENT))
        self.away.db.flush()

    def allowed(self) -> int:
        """Return the seconds that leases alone may bring: by the films, and by the clock."""
        rows = [self.away.row(lease) for lease in self.leases]
        films = {row.medium_version_id for row in rows}
        return min(LENGTH * len(films), 2 * self.second)


_MOMENT = timedelta(milliseconds=1)


@few
@given(steps=st.lists(steps, min_size=4, max_size=16))
def test_no_more_is_credited_than_leases_and_the_clock_allow(
    db: Session, terms: Terms, film: Callable[[], int], steps: list[Any]
):
    day = Day(Away(db, terms), [film() for _ in range(FILMS)])
    day.step(0, "lease", 0, [(0, 1)])
    for one in steps:
        day.step(*one)
        away, online = (
            day.away.credited(kind) for kind in (SessionKind.OFFLINE, SessionKind.ONLINE)
        )
        assert away <= day.allowed()
        assert away + online <= 2 * day.second + 120
        assert away + online == sum(map(len, day.away.held().values()))


@few
@given(played=st.lists(st.tuples(st.integers(0, 1), spans), min_size=1, max_size=8), draw=st.data())
def test_one_map_whatever_the_order_the_copies_the_pieces_and_the_phone(
    db: Session, terms: Terms, film: Callable[[], int], played: list[Any], draw: Any
):
    """Two phones hold one film; what fits into a week is credited, whatever comes first."""
    away, version = Away(db, terms), film()
    phones = [away.lease(version), away.lease(version)]
    lines = [away.phone.played(phones[which], *_cut(span)) for which, span in played]
    again = draw.draw(st.permutations([*lines, *lines]))
    cut = draw.draw(st.integers(0, len(again)))

    away.bring(4000, *again[:cut])
    away.bring(9000, *again[cut:])

    whole = Seconds.of([span for _, span in played], LENGTH)
    assert away.held() == {version: whole}
    assert away.credited(SessionKind.OFFLINE) == len(whole)


def _cut(span: tuple[int, int]) -> list[tuple[int, int]]:
    middle = sum(span) // 2
    return [one for one in ((span[0], middle), (middle, span[1])) if one[0] < one[1]]
