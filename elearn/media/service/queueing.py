"""Handing a version to the worker."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import jobs
from elearn.media.models import MediumVersion

TRANSCODE = "media.transcode"


def enqueue(db: Session, version: MediumVersion, *, now: datetime, priority: int = 5) -> None:
    """Have a version transcoded, in the transaction that wants it."""
    payload = {"version": version.id}
    jobs.enqueue(db, TRANSCODE, payload, key=version.job_key, priority=priority, now=now)
