"""Visits of the demo's learners that stand out, so that there is something to judge, and an outage.

Only the visits are entered: what is unusual in them the worker finds by itself.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import clock, learning, media
from elearn.access import OPERATOR
from elearn.learning import Form, Seconds, WatchEvidence, WatchSession

_SHARED, _LEAPING, _FAST, _CUT = ("d0" * 16, "1e" * 16, "fa" * 16, "c7" * 16)
_PHONE = "Mozilla/5.0 (Linux; Android 12; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile"
_IN_A_HALL, _TIMES = 9, 6
_BEYOND = 1_500  # Seconds.
_AHEAD = 95 * 60_000
_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)


def make_visits(
    db: Session, learners: Sequence[int], films: Sequence[media.Playable], *, now: datetime
) -> int:
    """Enter yesterday's visits, and a power cut; return how many. A second time finds them."""
    there = select(WatchSession.id).where(WatchSession.browser == _SHARED)
    if len(learners) < _IN_A_HALL or not films or db.scalar(there.limit(1)) is not None:
        return 0
    noon = clock.start_of(clock.day_of(now) - timedelta(days=1)) + 12 * _HOUR
    visits = [
        *_in_one_browser(learners[:_IN_A_HALL], films, noon),
        *_leaping(learners[3], films, noon),
        *_beyond(learners[2], films, noon + 6 * _HOUR, _FAST),
        *_beyond(learners[5], films, noon + 8 * _HOUR, _CUT),
    ]
    for visit, seconds, refused in visits:
        _enter(db, visit, seconds, refused)
    _power_cut(db, noon + 8 * _HOUR, now)
    learning.signals.service.look_again(db, noon)
    return len(visits)


_Visit = tuple[WatchSession, Seconds, Seconds]


def _in_one_browser(
    persons: Sequence[int], films: Sequence[media.Playable], noon: datetime
) -> Iterator[_Visit]:
    for place, person_id in enumerate(persons):
        film = films[place % len(films)]
        yield _visit(person_id, film, noon + place * 9 * _MINUTE, _SHARED), _whole(film), Seconds()


def _leaping(person_id: int, films: Sequence[media.Playable], noon: datetime) -> Iterator[_Visit]:
    for time in range(_TIMES):
        film = films[time % len(films)]
        visit = _visit(person_id, film, noon + time * 25 * _MINUTE, _LEAPING)
        visit.clock_ahead_ms = time % 2 * _AHEAD
        yield visit, _whole(film), Seconds()


def _beyond(
    person_id: int, films: Sequence[media.Playable], at: datetime, browser: str
) -> Iterator[_Visit]:
    """Give films in one go that she did not watch, as many as it takes to be noticed."""
    left = _BEYOND
    for place, film in enumerate(reversed(films)):
        if left <= 0:
            return
        left -= film.seconds
        yield _visit(person_id, film, at + place * _MINUTE, browser), _whole(film), _whole(film)


def _visit(person_id: int, film: media.Playable, at: datetime, browser: str) -> WatchSession:
    return WatchSession(
        token=f"{browser[:2]}{person_id:08}{int(at.timestamp()):020}",
        person_id=person_id,
        medium_version_id=film.version_id,
        opened_at=at,
        device=_PHONE,
        browser=browser,
        clock_ahead_ms=0,
    )


def _whole(film: media.Playable) -> Seconds:
    return Seconds.of([(0, film.seconds)], film.seconds)


def _enter(db: Session, visit: WatchSession, seconds: Seconds, refused: Seconds) -> None:
    db.add(visit)
    db.flush()
    opened = visit.opened_at
    db.add(
        WatchEvidence(
            watch_session_id=visit.id,
            form=Form.VIDEO,
            claimed=seconds.to_bytes(),
            refused=refused.to_bytes(),
            credited_seconds=len(seconds - refused),
            reports=1,
            first_at=opened + _MINUTE,
            last_at=opened + 8 * _MINUTE,
        )
    )


def _power_cut(db: Session, at: datetime, now: datetime) -> None:
    cut = learning.signals.service.NewOutage(at, at + _HOUR, None, "Mất điện (minh họa)")
    learning.signals.service.enter_outage(db, OPERATOR, cut, now=now)
