"""Bring an installation from nothing to a platform with people, lectures and films on their way."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from elearn.home.demo.accounts import load_accounts
from elearn.home.demo.corps import load_corps
from elearn.home.demo.courses import open_classes
from elearn.home.demo.films import want_films
from elearn.home.demo.past import load_past
from elearn.home.demo.watching import want_watching
from elearn.text import Message, msg


def load_demo(db: Session, *, now: datetime) -> Iterator[Message]:
    """Load invented people, their accounts, past and classes, and queue a film a lecture."""
    corps = load_corps(db, now=now)
    yield msg("Cán bộ (nhân vật minh họa): thêm %(count)s người.", count=corps.added)
    rows = load_accounts(db, now=now)
    yield msg("Tài khoản dùng thử: %(count)s.", count=len(rows))
    learners = {row.person_id for row in rows if row.is_learner}
    yield msg("Lượt bồi dưỡng trước đây: thêm %(count)s.", count=load_past(db, learners, now=now))
    yield msg("Lớp: mở %(count)s lớp.", count=open_classes(db, learners, now=now))
    yield msg("Phim minh họa: xếp hàng %(count)s bài.", count=want_films(db, now=now))
    want_watching(db, now=now)
