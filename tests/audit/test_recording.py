"""What the audit writes down, and what of it can be erased."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from elearn import audit
from elearn.access import OPERATOR, SHELL, Actor
from tests.make import audit as make

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


def test_personal_values_of_one_person_can_be_erased_and_the_entries_stay(db):
    entry = audit.record(
        db, OPERATOR, "rename", "person", 12, now=NOW, personal={"before": "Lò Thị Pết"}
    )
    about = audit.record(
        db, OPERATOR, "correct", "proposal", 3, now=NOW, personal={"phone": "09"}, about_id=12
    )
    audit.record(db, OPERATOR, "rename", "person", 13, now=NOW, personal={"before": "A"})

    audit.forget(db, make.erasure(12))

    assert values(db) == 1
    assert [db.get(audit.AuditEntry, one.id) for one in (entry, about)] == [entry, about]


def test_an_entry_keeps_no_personal_value_and_a_digest_that_nobody_can_guess(db):
    first, second = (
        audit.record(db, OPERATOR, "rename", "person", 1, now=NOW, personal={"before": "Lan"})
        for _ in range(2)
    )

    assert "Lan" not in str(first.personal)
    assert first.personal != second.personal


def test_what_is_written_is_composed(db):
    entry = audit.record(db, OPERATOR, "rename", "person", 1, now=NOW, details={"a": "Ho\u0300"})

    assert entry.details == {"a": "Hò"}


@pytest.mark.parametrize("table", ["audit_entry", "audit_seal", "audit_sealed"])
def test_the_database_refuses_to_alter_or_remove_what_was_written(db, table):
    make.entries(db, 1)
    audit.seal(db, now=NOW)
    column = {"audit_entry": "action", "audit_seal": "hash", "audit_sealed": "digest"}[table]

    for act in (f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(DBAPIError, match="never altered"), db.begin_nested():
            db.execute(text(act))


def test_a_personal_value_can_be_removed_and_not_altered(db):
    audit.record(db, OPERATOR, "rename", "person", 1, now=NOW, personal={"before": "Lan"})

    with pytest.raises(DBAPIError, match="never altered"), db.begin_nested():
        db.execute(text("UPDATE audit_personal_value SET value = 'x'"))
    db.execute(text("DELETE FROM audit_personal_value"))
    assert values(db) == 0
