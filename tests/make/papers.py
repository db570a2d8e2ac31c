"""Papers of what was learned elsewhere, and pictures of papers, for tests."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import ffmpeg
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.learning import CompletionForm, ExternalRecord
from elearn.learning.models import ExternalPage
from elearn.people import Person
from elearn.storage import StoredFile

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)


def record(db: Session, about: Person, **values: Any) -> ExternalRecord:
    """Return a paper that waits, of a course at a political school."""
    files = values.pop("pages", None) or (stored(db),)
    row = ExternalRecord(
        **{
            "person_id": about.id,
            "course": "Bồi dưỡng nghiệp vụ công tác Hội",
            "organiser": "Trường Chính trị tỉnh Hưng Yên",
            "form": CompletionForm.EXTERNAL,
            "last_on": date(2025, 9, 12),
            "entered_by_id": about.id,
            "entered_at": NOW,
            **values,
        }
    )
    db.add(row)
    db.flush()
    row.pages = [ExternalPage(number=place, file_id=one.id) for place, one in enumerate(files, 1)]
    db.flush()
    return row


def stored(db: Session) -> StoredFile:
    """Return the row of a picture whose bytes lie nowhere."""
    number = (db.scalar(select(func.count()).select_from(StoredFile)) or 0) + 1
    row = StoredFile(sha256=f"{number:064x}", size=1, media_type="image/webp", kept_at=NOW)
    db.add(row)
    db.flush()
    return row


def picture(path: Path, size: str = "32x48") -> Path:
    """Write a small picture, of a kind that its name says."""
    drawn = ffmpeg.input(f"testsrc=s={size}:d=1", f="lavfi")
    ffmpeg.output(drawn, str(path), vframes=1, loglevel="error").run(overwrite_output=True)
    return path
