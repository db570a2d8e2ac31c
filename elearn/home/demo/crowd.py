"""Many branch heads of the demo who watched its first films: what curves are drawn of."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import classes, clock, learning, media, people
from elearn.home.demo.films import FIRST, film_of

CROWD = 48
#: Where many stop and where many look again, as shares of a film.
_HARD, _LOOKED_AT_AGAIN = (0.38, 0.71), 0.52


def gather_crowd(db: Session, *, now: datetime) -> int:
    """Have branch heads all over the country watch the first films; return how many maps it made.

    Who has watched a film already is left alone.
    """
    crowd, rule = _crowd(db, clock.day_of(now)), learning.watch_rule_on(db, clock.day_of(now))
    made = 0
    for code in FIRST:
        film = film_of(db, code)
        watched = set(_watchers(db, film.version_id)) if film else set()
        for person_id in crowd:
            if film and person_id not in watched:
                visit = _visit(film, random.Random(f"{code} {person_id}"), now)  # noqa: S311  # Invented.
                _keep(db, person_id, film, visit, rule)
                made += 1
    db.flush()
    return made


@dataclass(frozen=True, slots=True)
class _Visit:
    """What one person watched: up to a second, perhaps a part once more, and when."""

    until: int
    again: tuple[int, int] | None
    at: datetime


def _visit(film: media.Playable, chance: random.Random, now: datetime) -> _Visit:
    length, kind = film.seconds, chance.random()
    until = length
    if kind < 0.3:
        until = int(length * (chance.choice(_HARD) + chance.uniform(0, 0.015)))
    elif kind < 0.42:
        until = int(length * chance.uniform(0.05, 0.95))
    middle, wide = int(length * _LOOKED_AT_AGAIN), max(5, length // 20)
    begin = max(0, middle - chance.randint(1, wide))
    is_again = until > middle + wide and chance.random() < 0.4
    again = (begin, min(length, middle + chance.randint(1, wide))) if is_again else None
    return _Visit(max(1, until), again, now - timedelta(days=2, minutes=chance.randint(0, 30_000)))


def _keep(
    db: Session, person_id: int, film: media.Playable, visit: _Visit, rule: learning.WatchRule
) -> None:
    seen_at = visit.at + timedelta(seconds=visit.until)
    is_seen = visit.until * 100 >= film.seconds * rule.seen_share_percent
    db.add(
        learning.WatchMap(
            person_id=person_id,
            medium_version_id=film.version_id,
            bits=_bits(film, (0, visit.until)),
            seconds=visit.until,
            length=film.seconds,
            position=visit.until,
            changed_at=seen_at,
            seen_at=seen_at if is_seen else None,
            seen_by=rule.version if is_seen else None,
        )
    )
    stretches = [(0, visit.until), *([visit.again] if visit.again else [])]
    for number, stretch in enumerate(stretches):
        _evidence(db, person_id, film, stretch, visit.at + timedelta(hours=3 * number))


def _evidence(
    db: Session, person_id: int, film: media.Playable, stretch: tuple[int, int], at: datetime
) -> None:
    ended = at + timedelta(seconds=stretch[1] - stretch[0])
    session = learning.WatchSession(
        token=f"demo{person_id:x}v{film.version_id:x}t{int(at.timestamp()):x}"[:32],
        person_id=person_id,
        medium_version_id=film.version_id,
        opened_at=at,
        closed_at=ended,
        device="Chrome, Android",
    )
    db.add(session)
    db.flush()
    db.add(
        learning.WatchEvidence(
            watch_session_id=session.id,
            form=learning.Form.VIDEO,
            claimed=_bits(film, stretch),
            refused=b"",
            credited_seconds=stretch[1] - stretch[0],
            reports=max(1, (stretch[1] - stretch[0]) // 60),
            first_at=at,
            last_at=ended,
        )
    )


def _bits(film: media.Playable, stretch: tuple[int, int]) -> bytes:
    return learning.Seconds.of([stretch], film.seconds).to_bytes()


def _crowd(db: Session, day: date) -> Sequence[int]:
    """Return branch heads who are in no class: there it is told who lacks what."""
    held, elsewhere = people.Tenure, select(classes.Participation.person_id)
    heads = select(held.person_id).where(held.post_key == "branch_head", held.is_current())
    free = heads.where(held.valid_on(day), held.person_id.not_in(elsewhere))
    return db.scalars(free.distinct().order_by(held.person_id.desc()).limit(CROWD)).all()


def _watchers(db: Session, version_id: int) -> Sequence[int]:
    kept = learning.WatchMap
    return db.scalars(select(kept.person_id).where(kept.medium_version_id == version_id)).all()
