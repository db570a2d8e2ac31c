"""Versions whose job ended without a word to them: its workers died, or somebody cancelled it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.jobs import Job, JobState, jobs_by_key
from elearn.media.models import MediumVersion, VersionState
from elearn.media.service.queueing import TRANSCODE
from elearn.media.service.trying import fail
from elearn.text import Message, msg

_UNDER_WAY = (VersionState.WAITING, VersionState.AT_WORK)
_BROKEN = (JobState.FAILED, JobState.CANCELLED)
_CANCELLED = msg("Người vận hành đã hủy việc xử lý tệp này. Cần thì bấm “Thử lại”.")


def versions_left(db: Session) -> Sequence[MediumVersion]:
    """Return the versions under way on which nobody works any more."""
    broken = select(Job.payload["version"].as_integer()).where(
        Job.kind == TRANSCODE, Job.state.in_(_BROKEN)
    )
    found = select(MediumVersion).where(
        MediumVersion.state.in_(_UNDER_WAY), MediumVersion.id.in_(broken)
    )
    return db.scalars(found.order_by(MediumVersion.id)).all()


def fail_left(db: Session, *, now: datetime) -> None:
    """Say of each why it cannot be watched."""
    left = versions_left(db)
    working = jobs_by_key(db, [version.job_key for version in left])
    for version in left:
        if (job := working[version.job_key]).is_broken:  # It may be wanted again at this moment.
            fail(db, version, _reason(job), now=now)


def _reason(job: Job) -> Message:
    if job.state is JobState.CANCELLED:
        return _CANCELLED
    return msg(
        "Máy chủ bị lỗi khi xử lý tệp này. Bấm “Thử lại”; nếu vẫn lỗi, báo người vận hành:"
        " việc số %(number)s.",
        number=job.id,
    )
