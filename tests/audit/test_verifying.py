"""Whatever is altered behind the back of the audit is found, and named."""

import pytest
from sqlalchemy import text

from elearn import audit
from tests.make import audit as make

NOW = make.NOW


@pytest.fixture
def chain(db):
    """Three seals of two entries each; the keys of the entries."""
    keys = []
    for _ in range(3):
        keys += [entry.id for entry in make.entries(db, 2)]
        audit.seal(db, now=NOW)
    return keys


def flaw(db, statement="", **values):
    """Return what is told after somebody has done this to the database."""
    if statement:
        with make.unguarded(db):
            db.execute(text(statement), values)
    db.expire_all()
    found = audit.verify(db).flaw
    return str(found) if found else ""


def test_a_chain_nobody_touched_is_whole_and_tells_its_head(db, chain):
    found = audit.verify(db)

    assert (found.flaw, found.entries, found.head.number) == (None, 6, 3)
    assert found.head.hash == db.get(audit.AuditSeal, 3).hash


def test_erasing_personal_values_leaves_the_chain_whole(db, chain):
    audit.forget(db, make.erasure(12))

    assert flaw(db) == ""


def test_one_changed_letter_of_an_entry_is_found_and_the_entry_named(db, chain):
    told = flaw(db, "UPDATE audit_entry SET action = 'renamE' WHERE id = :id", id=chain[3])

    assert told.startswith(f"Mục số {chain[3]} (thứ 2 trong dấu niêm phong số 2)")


def test_a_removed_entry_is_found(db, chain):
    told = flaw(db, "DELETE FROM audit_sealed WHERE entry_id = :id", id=chain[2])

    assert told == "Dấu niêm phong số 2 ghi là có 2 mục, nay thấy 1 mục."


def test_a_changed_seal_is_found(db, chain):
    assert "số 2 đã bị sửa" in flaw(
        db, "UPDATE audit_seal SET sealed_at = '2026-01-01 00:00:00+00:00' WHERE number = 2"
    )


def test_a_missing_seal_is_found(db, chain):
    flaw(db, "DELETE FROM audit_sealed WHERE seal_number = 2")
    told = flaw(db, "DELETE FROM audit_seal WHERE number = 2")

    assert told == "Thiếu dấu niêm phong số 2."


def test_a_seal_that_follows_another_one_is_found(db, chain):
    told = flaw(db, "UPDATE audit_seal SET previous_hash = 'x' WHERE number = 2")

    assert told == "Dấu niêm phong số 2 không nối vào dấu trước nó."


def test_an_entry_that_was_slipped_in_is_found(db, chain):
    [entry] = make.entries(db, 1)

    told = flaw(db, "DELETE FROM audit_pending")

    assert told == f"Mục số {entry.id} không được niêm phong và cũng không đang chờ."


def test_a_changed_personal_value_is_found(db, chain):
    told = flaw(db, "UPDATE audit_personal_value SET value = 'x' WHERE entry_id = :id", id=chain[1])

    assert told == f"Giá trị “before” của mục số {chain[1]} không còn như khi ghi."


def test_an_end_that_was_cut_off_is_found_by_whoever_kept_the_head(db, chain):
    head = audit.verify(db).head.hash
    with make.unguarded(db):
        for number, table in enumerate(("audit_sealed", "audit_seal")):
            column = ("seal_number", "number")[number]
            db.execute(text(f"DELETE FROM {table} WHERE {column} = 3"))
        keys = {"a": chain[4], "b": chain[5]}
        db.execute(text("DELETE FROM audit_personal_value WHERE entry_id IN (:a, :b)"), keys)
        db.execute(text("DELETE FROM audit_entry WHERE id IN (:a, :b)"), keys)
    db.expire_all()

    assert audit.verify(db).flaw is None
    assert head in str(audit.verify(db, known=head).flaw)


def test_the_progress_is_told(db, chain):
    told = []

    audit.verify(db, progress=lambda done, total: told.append((done, total)))

    assert told == [(1, 3), (2, 3), (3, 3)]
