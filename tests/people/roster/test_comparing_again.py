"""A file that was written, sent again: nothing is new, nothing is changed, nothing is asked."""

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from elearn.access import Actor
from elearn.people.roster.jobs import run_step
from elearn.people.roster.models import BatchState, RosterRow
from elearn.people.roster.queries.gazetteer import gazetteer_of
from elearn.people.roster.reading import read
from elearn.people.roster.rules.duplicates import with_duplicates
from elearn.people.roster.rules.entering import entries_of
from elearn.people.roster.rules.layout import layouts_of
from elearn.people.roster.rules.verdicts import Answer, RowStatus
from elearn.people.roster.service import commit_batch
from elearn.people.roster.service.answering import answer_row
from elearn.people.roster.service.comparing import compare
from tests.make import batches
from tests.make.areas import NOW as TODAY
from tests.make.areas import area

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
OPERATOR = Actor(None)
FILE = Path(__file__).parents[2] / "data" / "danh_sach_lon_xon.xlsx"


@pytest.fixture
def entries(db):
    (sheet,) = (book := read(FILE, file_name=FILE.name)).sheets
    (layout,) = layouts_of(book)
    return with_duplicates(entries_of(sheet, layout, gazetteer_of(db, TODAY), TODAY))


@pytest.fixture
def compared(db, database, entries):
    """Compare the file as a batch of Hưng Yên and return the batch with its rows by number."""

    def compared():
        place = area(db, "Tỉnh Hưng Yên")
        batch = batches.batch(db, BatchState.COMPARING, place, since=date(2026, 11, 1))
        db.flush()
        compare(database, batch.id, entries, lambda *_: None)
        db.refresh(batch)
        batch.state = BatchState.READY
        found = select(RosterRow).where(RosterRow.batch_id == batch.id)
        return batch, {row.number: row for row in db.scalars(found)}

    return compared


def statuses(rows):
    return Counter(row.status for row in rows.values())


def test_the_messy_file_is_new_once_and_unchanged_ever_after(
    db, database, store, settings, compared
):
    batch, rows = compared()
    assert statuses(rows) == {RowStatus.NEW: 6, RowStatus.DOUBTFUL: 1, RowStatus.ERROR: 2}

    answer_row(db, OPERATOR, rows[14], Answer.SKIP, now=NOW)
    commit_batch(db, OPERATOR, batch, now=NOW)
    db.flush()
    run_step(database, store, settings, batch.id)
    db.expire_all()
    batch, rows = compared()

    assert statuses(rows) == {RowStatus.UNCHANGED: 7, RowStatus.ERROR: 2}
    assert batch.missing == 0
