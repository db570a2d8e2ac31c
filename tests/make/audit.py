"""Makers of audit entries, and a hand that goes past the triggers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import OPERATOR, Actor
from elearn.personal import Erasure

NOW = datetime(2026, 11, 21, 3, tzinfo=UTC)
_TABLES = ("audit_entry", "audit_seal", "audit_sealed", "audit_personal_value")


def entries(db: Session, count: int, *, subject_id: int = 12) -> list[audit.AuditEntry]:
    """Write entries, each with the value of a person."""
    actor = Actor(7, origin="203.0.113.0/24")
    return [
        audit.record(
            db,
            actor,
            "rename",
            "person",
            subject_id,
            now=NOW,
            details={"ô": number},
            personal={"before": f"Lò Thị Pết {number}"},
        )
        for number in range(count)
    ]


def sealed(db: Session) -> audit.AuditSeal:
    """Seal what waits, which must be something."""
    made = audit.seal(db, now=NOW)
    assert made is not None
    return made


def erasure(*person_ids: int) -> Erasure:
    return Erasure(OPERATOR, frozenset(person_ids), NOW, "not a secret")


@contextmanager
def unguarded(db: Session) -> Iterator[None]:
    """Let a hand alter what nobody may alter, as somebody who owns the database could."""
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text("SET LOCAL session_replication_role = replica"))
        yield
        db.execute(text("SET LOCAL session_replication_role = origin"))
        return
    found = db.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    for name, _ in (own := [row for row in found if row[0].startswith(_TABLES)]):
        db.execute(text(f"DROP TRIGGER {name}"))
    yield
    for _, sql in own:
        db.execute(text(sql))
