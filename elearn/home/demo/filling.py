"""Bring an installation from nothing to a platform with people, lectures and films on their way."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from elearn import catalogue, learning, people
from elearn.home.demo.accounts import SignInRow, load_accounts
from elearn.home.demo.corps import load_corps
from elearn.home.demo.films import want_films
from elearn.text import Message, msg

PROGRAMME = "NV-CHI"


def load_demo(db: Session, *, now: datetime) -> Iterator[Message]:
    """Load invented people, their accounts and places, and queue a film for every lecture."""
    corps = load_corps(db, now=now)
    yield msg("Cán bộ (nhân vật minh họa): thêm %(count)s người.", count=corps.added)
    rows = load_accounts(db, now=now)
    yield msg("Tài khoản dùng thử: %(count)s.", count=len(rows))
    _enrol(db, rows, now=now)
    yield msg("Phim minh họa: xếp hàng %(count)s bài.", count=want_films(db, now=now))


def _enrol(db: Session, rows: list[SignInRow], *, now: datetime) -> None:
    version = catalogue.programme_by_code(db, PROGRAMME)
    for row in rows:
        if row.is_learner:
            learning.enrol(db, people.person_by_id(db, row.person_id), version, now=now)
