"""What a lecturer of the demo has to look at: many who watched her first films, and questions."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import accounts, catalogue, classes, clock, learning, media, people
from elearn.home.demo.accounts import lecturer_id
from elearn.home.demo.films import FIRST

CROWD = 48
#: Where many stop and where many look again, as shares of a film.
_HARD, _LOOKED_AT_AGAIN = (0.38, 0.71), 0.52
_SEEN = 0.8


def gather_crowd(db: Session, *, now: datetime) -> int:
    """Have branch heads all over the country watch the first films; return how many maps it made.

    Who has watched a film already is left alone.
    """
    crowd, rule = _crowd(db, clock.day_of(now)), learning.watch_rule_on(db, clock.day_of(now))
    made = 0
    for code in FIRST:
        film = _film(db, code)
        watched = set(_watchers(db, film.version_id)) if film else set()
        for person_id in crowd:
            if film and person_id not in watched:
                visit = _visit(film, random.Random(f"{code} {person_id}"), now)  # noqa: S311  # Invented.
                _keep(db, person_id, film, visit, rule.version)
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
    db: Session, person_id: int, film: media.Playable, visit: _Visit, rule_version: int
) -> None:
    seen_at = visit.at + timedelta(seconds=visit.until)
    is_seen = visit.until >= film.seconds * _SEEN
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
            seen_by=rule_version if is_seen else None,
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


def _film(db: Session, code: str) -> media.Playable | None:
    medium_id = catalogue.lecture_by_code(db, code).medium_id
    return media.playables(db, [medium_id]).get(medium_id) if medium_id else None


#: Of the first films: at which share of it, what was asked, and what the lecturer said to it.
_ASKED = (
    (
        *(FIRST[0], 0.38),
        "Chi hội tôi có 12 hội viên đi làm ăn xa. Khi lập danh sách có tính các chị ấy không?",
        (
            "Có. Hội viên đi làm ăn xa vẫn là hội viên của chi hội; ghi thêm nơi đang ở và số điện"
            " thoại để giữ liên lạc."
        ),
    ),
    (
        *(FIRST[0], 0.71),
        "Họp chi hội mà ít người đến thì có cần lập biên bản không ạ?",
        (
            "Vẫn lập biên bản, ghi rõ số người có mặt và vắng mặt. Việc cần biểu quyết thì chờ buổi"
            " họp đủ quá nửa hội viên."
        ),
    ),
    (*(FIRST[0], 0.52), "Mẫu sổ theo dõi hội viên lấy ở đâu?", ""),
    (*(FIRST[1], 0.25), "Tổ trưởng có được dự buổi họp này không ạ?", ""),
)


def ask_questions(db: Session, *, now: datetime) -> int:
    """Have learners ask something under the first films, and the lecturer answer some of it.

    Return how many questions were new: none where there is one already.
    """
    teacher_id = lecturer_id(db)
    askers = list(_askers(db))
    if teacher_id is None or not askers or db.scalar(select(learning.LectureQuestion.id).limit(1)):
        return 0
    for number, (code, share, asked, answered) in enumerate(_ASKED):
        lecture, film = catalogue.lecture_by_code(db, code), _film(db, code)
        if film is None:
            continue
        version = media.version_by_id(db, film.version_id)
        asking = learning.Asking(asked, version, int(film.seconds * share))
        at = now - timedelta(days=6 - number)
        question = learning.ask(db, askers[number % len(askers)], lecture, asking, now=at)
        if answered:
            teacher = accounts.actor_of(db, teacher_id, day=clock.day_of(now))
            learning.answer(db, teacher, question, answered, now=at + timedelta(hours=5))
    return len(_ASKED)


def _askers(db: Session) -> Iterator[int]:
    """Return the branch heads with accounts."""
    account = accounts.Account
    heads = select(account.person_id).where(account.user_name.like("chihoi%"))
    yield from db.scalars(heads.order_by(account.id).limit(3))
