"""Sealing takes what waits, numbers its seals without a gap, and follows one from another."""

from sqlalchemy import func, select

from elearn import audit
from elearn.audit.queries import act_of, waiting
from elearn.audit.rules import GENESIS, Link, digest_of_entry, hash_of_seal
from elearn.audit.service import sealing
from tests.make import audit as make

NOW = make.NOW


def test_a_seal_names_its_entries_and_the_next_follows_it(db):
    first_two = make.entries(db, 2)
    first = make.sealed(db)
    [third] = make.entries(db, 1)
    second = make.sealed(db)

    assert (first.number, first.previous_hash, first.count) == (1, GENESIS, 2)
    assert (second.number, second.previous_hash, second.count) == (2, first.hash, 1)
    numbers = audit.seal_numbers(db, [entry.id for entry in (*first_two, third)])
    assert [numbers[entry.id] for entry in (*first_two, third)] == [1, 1, 2]


def test_the_hash_can_be_recomputed_from_what_was_read_back(db):
    entries = make.entries(db, 3)
    made = make.sealed(db)
    db.expire_all()

    digests = [digest_of_entry(act_of(entry)) for entry in entries]
    assert made.hash == hash_of_seal(Link(1, GENESIS, 3, NOW), digests)


def test_nothing_that_waits_needs_no_seal(db):
    assert audit.seal(db, now=NOW) is None

    make.entries(db, 1)
    audit.seal(db, now=NOW)
    assert audit.seal(db, now=NOW) is None
    assert waiting(db).count == 0


def test_more_than_a_batch_is_sealed_batch_by_batch(db, monkeypatch):
    monkeypatch.setattr(sealing, "MOST_IN_A_SEAL", 2)
    make.entries(db, 5)

    made = [audit.seal(db, now=NOW) for _ in range(4)]

    assert [one.count if one else 0 for one in made] == [2, 2, 1, 0]
    assert db.scalar(select(func.count()).select_from(audit.AuditSealed)) == 5


def test_an_entry_with_a_lower_key_that_is_committed_later_comes_into_a_later_seal(db):
    early, late = make.entries(db, 2)
    pending = db.get_one(audit.AuditPending, early.id)
    db.delete(pending)  # As if its transaction were not committed yet.
    db.flush()
    audit.seal(db, now=NOW)

    db.add(audit.AuditPending(entry_id=early.id))
    db.flush()
    audit.seal(db, now=NOW)

    assert audit.seal_numbers(db, [early.id, late.id]) == {late.id: 1, early.id: 2}
