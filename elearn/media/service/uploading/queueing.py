"""Handing a whole upload to the worker."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import jobs
from elearn.media.models import FileUpload, UploadState

RECEIVE = "media.receive"
_PRIORITY = 8  # A minute's work that tells its sender whether the file is any good.


def hand_over(db: Session, upload: FileUpload, *, now: datetime) -> None:
    """Have an upload looked at, all of whose bytes are here."""
    upload.state = UploadState.WHOLE
    db.flush()
    payload = {"upload": upload.id}
    jobs.enqueue(db, RECEIVE, payload, key=upload.job_key, priority=_PRIORITY, now=now)
