"""Makers of leases, and of files that somebody brought."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from elearn import learning, media
from elearn.learning.models import OfflineLease
from elearn.learning.offline import ReportFile
from elearn.people import Person
from tests.make import catalogue

LONG_AGO = datetime(2026, 11, 1, 13, tzinfo=UTC)
_numbers = count(1)


def lease(
    db: Session, visit: learning.WatchSession, film: media.Playable, **values: Any
) -> OfflineLease:
    """Make a lease of a film that is what a visit was; the rules are loaded."""
    learning.load_rules(db)
    facts = {
        "token": f"{next(_numbers):032x}",
        "person_id": visit.person_id,
        "medium_version_id": film.version_id,
        "watch_session_id": visit.id,
        "weight": "240p",
        "size_bytes": 36_000_000,
        "rule_version": 1,
        "issued_at": LONG_AGO,
        "expires_at": LONG_AGO + timedelta(days=30),
    }
    if "lecture_id" not in values:
        facts["lecture_id"] = catalogue.lecture(db, f"BG-T{next(_numbers)}").id
    row = OfflineLease(**{**facts, **values})
    db.add(row)
    db.flush()
    return row


def report_file(db: Session, by: Person, **values: Any) -> ReportFile:
    facts = {"name": "bao-cao-xem.elearn.txt", "sha256": "f" * 64, "size": 200}
    row = ReportFile(**{**facts, "brought_by_id": by.id, "brought_at": LONG_AGO, **values})
    db.add(row)
    db.flush()
    return row
