"""What is kept for some time only: what rows and files say of persons."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from elearn.people.models import Person
from elearn.people.roster.models import UNWRITTEN, BatchState, RosterBatch, RosterChange, RosterRow
from elearn.people.roster.rules.verdicts import RowStatus
from elearn.storage import Store, StoredFile

_AT_WORK = (BatchState.COMMITTING, BatchState.UNDOING)
_AS_IT_IS = {"synchronize_session": False}


def lapsed(db: Session, days: int, *, now: datetime) -> Sequence[RosterBatch]:
    """Return the batches whose time is up: written, taken back or left alone so many days ago."""
    batch = RosterBatch
    last = func.coalesce(batch.undone_at, batch.committed_at, batch.received_at)
    over = batch.erased_at.is_(None), batch.state.not_in(_AT_WORK)
    asked = select(batch).where(*over, last < now - timedelta(days=days)).order_by(batch.id)
    return db.scalars(asked).all()


def erase(db: Session, batch: RosterBatch, *, now: datetime) -> None:
    """Erase what a batch says of persons; what it wrote, and how many, stays."""
    empty_rows(db, RosterRow.batch_id == batch.id)
    changes = update(RosterChange).where(RosterChange.batch_id == batch.id)
    db.execute(changes.values(before={}, after={}), execution_options=_AS_IT_IS)
    let_file_go(batch)
    batch.erased_at = now
    if batch.state in UNWRITTEN:
        batch.state = BatchState.DISCARDED
    db.flush()


def empty_rows(db: Session, *which: ColumnElement[bool]) -> None:
    """Take away what rows said and what was understood of it."""
    rows = update(RosterRow).where(*which).values(entry={}, verdict={}, digest="")
    db.execute(rows, execution_options=_AS_IT_IS)


def let_file_go(batch: RosterBatch) -> None:
    """Have the file of a batch go, and what was shown of it; its name and its hash stay."""
    batch.file_id = None
    batch.layout = {name: one for name, one in batch.layout.items() if name != "samples"}


def outlived_files(db: Session) -> Sequence[StoredFile]:
    """Return the files that only batches had, and that none has any more."""
    batch = RosterBatch
    gone = select(batch.sha256).where(batch.file_id.is_(None))
    kept = select(batch.file_id).where(batch.file_id.is_not(None))
    asked = select(StoredFile).where(StoredFile.sha256.in_(gone), StoredFile.id.not_in(kept))
    return db.scalars(asked).all()


def remove_file(db: Session, store: Store, file: StoredFile) -> bool:
    """Remove a file, unless something else has it; return whether it is gone."""
    try:
        with db.begin_nested():
            gone = delete(StoredFile).where(StoredFile.id == file.id)
            db.execute(gone, execution_options=_AS_IT_IS)
    except IntegrityError:
        return False
    store.discard(file.sha256)
    return True


def rows_about(db: Session, people: Sequence[Person]) -> list[RosterRow]:
    """Return rows that mean these people, and those of the same name that may mean one of them.

    A row that is to enter somebody of that name was found to mean nobody known; it does only if the
    telephone or the day of birth is hers.
    """
    row, said = RosterRow, RosterRow.entry
    days = [one.born_on.isoformat() for one in people if one.born_on]
    phones = [one.phone for one in people if one.phone]
    agrees = or_(said["phone"].as_string().in_(phones), said["born_on"].as_string().in_(days))
    is_named = said["name"].as_string().in_([one.full_name for one in people])
    unsure = row.person_id.is_(None) & is_named & or_(row.status != RowStatus.NEW, agrees)
    hers = row.person_id.in_([one.id for one in people])
    return list(db.scalars(select(row).where(or_(hers, unsure))))


def leave_out(db: Session, *which: ColumnElement[bool]) -> None:
    """Have nothing written or asked any more of rows that are emptied before they were written."""
    rows = update(RosterRow).where(*which, RosterRow.applied_at.is_(None))
    told = rows.values(status=RowStatus.SKIPPED, question_id=None)
    db.execute(told, execution_options=_AS_IT_IS)
