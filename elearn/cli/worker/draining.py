"""When a worker that drains has done what there is to do, and what it leaves behind."""

from datetime import timedelta

from sqlalchemy import ColumnElement, or_, select

from elearn import clock
from elearn.cli import Installation
from elearn.errors import Refusal
from elearn.jobs import Job, JobState
from elearn.text import Message, msg

#: What is tried again within it is waited for; what takes longer may take days.
PATIENCE = timedelta(minutes=1)
_FAILED = msg("%(count)s việc bị hỏng: %(keys)s. Nguyên nhân in ở trên; sửa rồi chạy lại.")
_WAITING = msg(
    "%(count)s việc chưa làm được và còn chờ: %(keys)s. Nguyên nhân in ở trên; chúng được tự"
    " thử lại khi có tiến trình làm việc chạy."
)


def is_work_left(here: Installation, priority: int) -> bool:
    """Return whether something is done, or to be done soon, at least this urgent."""
    soon = clock.now() + PATIENCE
    waits = (Job.state == JobState.QUEUED) & or_(Job.run_after.is_(None), Job.run_after <= soon)
    return bool(_keys(here, or_(Job.state == JobState.RUNNING, waits), priority))


def refuse_rest(here: Installation, priority: int) -> None:
    """Say what was not done.

    :raise Refusal: if something has failed, or could not go on and waits.
    """
    hindered = (Job.state == JobState.QUEUED) & Job.obstacle.is_not(None)
    for words, which in ((_FAILED, Job.state == JobState.FAILED), (_WAITING, hindered)):
        if keys := _keys(here, which, priority):
            raise Refusal(_told(words, keys))


def _told(words: Message, keys: list[str]) -> Message:
    return Message(words.template, (("count", len(keys)), ("keys", ", ".join(keys))))


def _keys(here: Installation, which: ColumnElement[bool], priority: int) -> list[str]:
    found = select(Job.key).where(which, Job.priority >= priority).order_by(Job.id)
    with here.database.reading() as db:
        return list(db.scalars(found))
