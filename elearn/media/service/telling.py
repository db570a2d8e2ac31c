"""What whoever uploaded a file is told of it: that it can be watched, or why it cannot."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn.media.models import MediumVersion
from elearn.media.service.releasing import released_of
from elearn.notices import Kind, tell
from elearn.text import Message


def tell_ready(db: Session, version: MediumVersion, *, now: datetime) -> None:
    """Tell whoever uploaded it that it can be watched, or released; once, however often tried."""
    is_released = released_of(db, version.medium_id) is version
    kind = Kind.FILM_READY if is_released else Kind.FILM_TO_RELEASE
    _tell(db, version, kind, "ready", now)


def tell_failed(db: Session, version: MediumVersion, reason: Message, *, now: datetime) -> None:
    """Tell whoever uploaded it why it cannot be watched; again if it was tried again in vain."""
    _tell(db, version, Kind.FILM_FAILED, f"failed:{now.timestamp():.0f}", now, reason=reason)


def _tell(  # What, whose and when, each named.
    db: Session, version: MediumVersion, kind: Kind, what: str, now: datetime, **values: object
) -> None:
    whose = version.uploaded_by_id or version.medium.created_by_id
    if whose is not None:  # What the shell or a job brought is nobody's.
        tell(
            db,
            [whose],
            kind,
            key=f"medium-version:{version.id}:{what}",
            now=now,
            link=f"/media/{version.medium_id}",
            title=version.medium.title,
            file_name=version.file_name,
            **values,
        )
