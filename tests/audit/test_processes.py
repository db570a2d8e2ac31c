"""Several processes write and seal at once, and some die with work in their hands."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from elearn import audit
from elearn.audit import jobs
from elearn.db import Database
from tests import bases, own
from tests.audit.processes import Hand

pytestmark = pytest.mark.database
TABLES = ("audit_entry", "audit_personal_value", "audit_seal", "audit_sealed", "audit_pending")


@pytest.fixture
def address(tmp_path) -> Iterator[str]:
    """A database of its own with the tables of the audit."""
    with own.address(tmp_path) as address:
        database = Database.at(address)
        tables = [bases.METADATA.tables[name] for name in TABLES]
        bases.METADATA.create_all(database.engine, tables=tables)
        yield address
        database.engine.dispose()


def finish(address, home):
    """Seal what still waits, and return what a verifier finds, with the entries of each seal."""
    database = Database.at(address)
    while jobs.keep_sealed(bases.settings_at(home), database):
        pass
    with database.reading() as db:
        found = audit.verify(db)
        counts = db.scalars(select(audit.AuditSeal.count).order_by(audit.AuditSeal.number)).all()
    database.engine.dispose()
    return found, counts


def test_writers_and_sealers_at_once_lose_nothing_though_a_writer_dies(address, tmp_path):
    sealers = [Hand.sealing(address, tmp_path) for _ in range(2)]
    doomed = Hand.writing(address, 5, hold=True)
    assert doomed.told() == "holding"
    doomed.kill()
    for hand in [Hand.writing(address, 10) for _ in range(3)]:
        hand.wait()
    for sealer in sealers:
        sealer.stop()

    found, counts = finish(address, tmp_path)

    assert (found.flaw, found.entries, found.head.number) == (None, 35, len(counts))


def test_a_sealer_that_dies_leaves_its_entries_and_its_number_to_the_next(address, tmp_path):
    Hand.writing(address, 5).wait()
    doomed = Hand.sealing(address, tmp_path, hold=True)
    assert doomed.told() == "holding"
    other = Hand.sealing(address, tmp_path, hold=True)  # It waits for the first, or is waited for.
    doomed.kill()
    assert other.told() == "holding"
    other.stop()

    found, counts = finish(address, tmp_path)

    assert (found.flaw, counts) == (None, [5])
