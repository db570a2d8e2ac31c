"""Makers of uploads: a file on its way, its bytes nowhere unless the test has laid them down."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from elearn.media.models import FileUpload
from elearn.people import Person
from tests.make import people

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
_numbers = count(1)


def file_upload(db: Session, person: Person | None = None, **values: Any) -> FileUpload:
    """Make an upload of ten bytes, none of which has come, unless said otherwise."""
    facts = {
        "token": f"{next(_numbers):032x}",
        "person_id": (person or people.person(db)).id,
        "origin": "10.0.0.0/24",
        "title": "Quản lý hội viên",
        "file_name": "HV-15.mp4",
        "fingerprint": "",
        "told": "",
        "length": 10,
        "begun_at": NOW,
        "changed_at": NOW,
        "expires_at": NOW + timedelta(days=7),
    }
    row = FileUpload(**{**facts, **values})
    db.add(row)
    db.flush()
    return row
