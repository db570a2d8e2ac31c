"""What the audit writes down, and what of it can be erased."""

from datetime import UTC, datetime

from sqlalchemy import func, select

from elearn import audit
from elearn.access import OPERATOR, SHELL, Actor

NOW = datetime(2026, 11, 21, 3, tzinfo=UTC)


def values(db):
    return db.scalar(select(func.count()).select_from(audit.AuditPersonalValue))


def test_an_entry_says_who_did_what_to_which_thing_and_when(db):
    actor = Actor(7, origin="203.0.113.0/24")
    entry = audit.record(db, actor, "merge", "person", 12, now=NOW, details={"same_as": 3})
    db.expire(entry)

    assert (entry.person_id, entry.action, entry.subject, entry.subject_id) == (
        7,
        "merge",
        "person",
        12,
    )
    assert (entry.at, entry.details, entry.origin) == (NOW, {"same_as": 3}, "203.0.113.0/24")


def test_the_operator_acts_from_the_shell_as_nobody(db):
    entry = audit.record(db, OPERATOR, "load", "area", None, now=NOW)

    assert (entry.person_id, entry.origin) == (None, SHELL)


def test_personal_values_can_be_erased_and_the_entry_stays(db):
    entry = audit.record(
        db, OPERATOR, "rename", "person", 12, now=NOW, personal={"before": "Lò Thị Pết"}
    )
    other = audit.record(db, OPERATOR, "rename", "person", 13, now=NOW, personal={"before": "A"})

    audit.erase_personal(db, entry)

    assert values(db) == 1
    assert db.get(audit.AuditEntry, entry.id) is entry
    assert other.id != entry.id
