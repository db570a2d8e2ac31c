"""What rosters say of a person: told by the file it stood in, and emptied when she is forgotten."""

from collections.abc import Collection

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from elearn.people.models import Person
from elearn.people.roster.models import (
    BATCH_STATE_NAMES,
    RosterAlias,
    RosterBatch,
    RosterChange,
    RosterRow,
)
from elearn.people.roster.service.tidying import (
    empty_rows,
    leave_out,
    let_file_go,
    rows_about,
)
from elearn.personal import Erasure, Section
from elearn.text import msg


def rosters_naming(db: Session, person_ids: Collection[int]) -> Section:
    """Return in which files a person stood; one query."""
    batch, row = RosterBatch, RosterRow
    asked = (
        select(batch.file_name, batch.received_at, row.number, batch.state)
        .join(batch, batch.id == row.batch_id)
        .where(row.person_id.in_(person_ids))
        .order_by(batch.id, row.id)
    )
    return Section(
        title=msg("Danh sách đã nhập có tên"),
        heads=(msg("Tệp"), msg("Nhận lúc"), msg("Dòng"), msg("Trạng thái")),
        rows=tuple(
            (name, at, number, BATCH_STATE_NAMES[state])
            for name, at, number, state in db.execute(asked)
        ),
        fate=msg("Nội dung dòng và tệp xóa khi dữ liệu cá nhân được xóa, hoặc sau một thời gian."),
    )


def forget_in_rosters(db: Session, erasure: Erasure) -> None:
    """Empty what rows say of her, with the files that hold it; her name must still be known.

    Of rows that mean nobody yet those are emptied that may mean her; they are not written then.
    """
    ids = erasure.person_ids
    rows = rows_about(db, db.scalars(select(Person).where(Person.id.in_(ids))).all())
    keys = [one.id for one in rows]
    for start in range(0, len(keys), 1_000):
        some = keys[start : start + 1_000]
        empty_rows(db, RosterRow.id.in_(some))
        leave_out(db, RosterRow.id.in_(some))
        changes = update(RosterChange).where(RosterChange.row_id.in_(some))
        db.execute(changes.values(before={}, after={}))
    for batch in _batches(db, {one.batch_id for one in rows}):
        let_file_go(batch)
    db.execute(delete(RosterAlias).where(RosterAlias.person_id.in_(ids)))


def _batches(db: Session, keys: Collection[int]) -> Collection[RosterBatch]:
    return db.scalars(select(RosterBatch).where(RosterBatch.id.in_(keys))).all()
