"""Questions that learners of the demo ask under its first films, half of them answered."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import accounts, catalogue, clock, learning, media
from elearn.home.demo.accounts import lecturer_id
from elearn.home.demo.films import FIRST, film_of

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
        lecture, film = catalogue.lecture_by_code(db, code), film_of(db, code)
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
