"""Entering what was learned elsewhere: by herself, or by who administers her place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from elearn import audit, clock, people, storage
from elearn.access import Actor
from elearn.db import changed
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.learning.models import ExternalPage, ExternalRecord
from elearn.learning.queries.external import is_hers, record_seen_by
from elearn.learning.rules.external import (
    MOST_PAGES,
    MOST_WAITING,
    RecordState,
    number_key,
)
from elearn.learning.service.external.papers import Paper, check
from elearn.learning.service.external.telling import tell_entered
from elearn.storage import Kept
from elearn.text import msg

PICTURE = "image/webp"


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper about to be entered: whose, what it says, its pages, and what it puts right."""

    person_id: int
    paper: Paper
    pages: Sequence[Kept]
    replaces: ExternalRecord | None = None


def enter_record(db: Session, actor: Actor, entry: Entry, *, now: datetime) -> ExternalRecord:
    """Enter a paper; it waits for a second person. The same again while it waits changes nothing.

    :raise NotFound: if it is neither about the actor nor about somebody she answers for.
    :raise InvalidInput: if something is lacking or cannot be.
    :raise Conflict: if very many wait already.
    """
    person = people.person_asked_about(db, actor, entry.person_id)
    refuse_many(db, person.id)
    return _entered(db, actor, entry, now=now)


def correct_record(
    db: Session, actor: Actor, record_id: int, entry: Entry, *, now: datetime
) -> ExternalRecord:
    """Enter a paper anew in the place of a record; one that counts goes on until this is confirmed.

    Without new pages those of the record are taken over.

    :raise NotFound: if the actor may not know of the record.
    :raise Forbidden: if it is neither about her nor entered by her.
    :raise InvalidInput: if something is lacking or cannot be.
    :raise Conflict: if it is corrected already.
    """
    old = held(db, record_seen_by(db, actor, record_id).id)
    if not is_hers(db, actor, old):
        raise Forbidden(msg("Chỉ người có giấy hoặc người đã nhập sửa được."))
    _refuse_corrected(db, old)
    if old.is_waiting:
        withdraw(db, actor, old, now=now)
    new = replace(entry, person_id=old.person_id, replaces=old)
    return _entered(db, actor, new, now=now)


def withdraw_record(db: Session, actor: Actor, record_id: int, *, now: datetime) -> ExternalRecord:
    """Take a record back while nobody has decided upon it; a second time changes nothing.

    :raise NotFound: if the actor may not know of it.
    :raise Forbidden: if it is neither about her nor entered by her.
    :raise Conflict: if it was decided upon meanwhile.
    """
    record = held(db, record_seen_by(db, actor, record_id).id)
    if not is_hers(db, actor, record):
        raise Forbidden(msg("Chỉ người có giấy hoặc người đã nhập rút lại được."))
    if record.state is not RecordState.WITHDRAWN:
        if not record.is_waiting:
            raise Conflict(msg("Giấy này đã được trả lời nên không rút lại được nữa."))
        withdraw(db, actor, record, now=now)
    return record


def withdraw(db: Session, actor: Actor, record: ExternalRecord, *, now: datetime) -> None:
    """End a waiting record, held, without effect."""
    record.state = RecordState.WITHDRAWN
    record.decided_by_id, record.decided_at = actor.person_id, now
    db.flush()
    audit.record(db, actor, "withdraw", "external_record", record.id, now=now)


def held(db: Session, record_id: int) -> ExternalRecord:
    """Return a record as it is now, held until the end of the transaction."""
    found = select(ExternalRecord).where(ExternalRecord.id == record_id)
    found = found.with_for_update().execution_options(populate_existing=True)
    return db.scalars(found).one()


def _entered(db: Session, actor: Actor, entry: Entry, *, now: datetime) -> ExternalRecord:
    paper = entry.paper.cleaned()
    check(db, paper, clock.day_of(now))
    if (there := db.scalar(_same(entry, paper))) is not None:
        return there
    record = ExternalRecord(
        person_id=entry.person_id,
        **{name: getattr(paper, name) for name in Paper.__slots__},
        number_key=number_key(paper.number),
        entered_by_id=actor.person_id,
        entered_at=now,
        replaces_id=entry.replaces.id if entry.replaces else None,
    )
    db.add(record)
    db.flush()
    _keep_pages(db, record, entry, now)
    audit.record(db, actor, "enter", "external_record", record.id, now=now)
    changed(db, "external_record", record.id, now=now)
    tell_entered(db, actor, record, now=now)
    return record


def _same(entry: Entry, paper: Paper) -> Select[ExternalRecord]:
    """Return what finds the same paper where it waits already: a button was pressed twice."""
    record = ExternalRecord
    return select(record).where(
        record.person_id.in_(people.entry_ids(entry.person_id)),
        record.state == RecordState.WAITING,
        record.course == paper.course,
        record.last_on == paper.last_on,
        record.number_key.is_not_distinct_from(number_key(paper.number)),
        record.replaces_id.is_not_distinct_from(entry.replaces.id if entry.replaces else None),
    )


def refuse_many(db: Session, person_id: int) -> None:
    """Refuse a further paper of a person of whom very many wait.

    :raise Conflict: if they do.
    """
    hers = ExternalRecord.person_id.in_(people.entry_ids(person_id))
    waiting = select(func.count()).where(hers, ExternalRecord.state == RecordState.WAITING)
    if (db.scalar(waiting) or 0) >= MOST_WAITING:
        raise Conflict(msg("Đã có nhiều giấy chờ xác nhận. Đợi trả lời rồi nhập tiếp."))


def _refuse_corrected(db: Session, old: ExternalRecord) -> None:
    waits = ExternalRecord.state == RecordState.WAITING
    later = select(ExternalRecord.id).where(ExternalRecord.replaces_id == old.id, waits)
    if db.scalar(later.limit(1)) is not None:
        raise Conflict(msg("Giấy này đã có bản sửa đang chờ xác nhận."))


def _keep_pages(db: Session, record: ExternalRecord, entry: Entry, now: datetime) -> None:
    """Let a record show its pages, or those of the record it puts right.

    :raise InvalidInput: if there are none, or too many.
    """
    files = [storage.record(db, one, media_type=PICTURE, now=now) for one in entry.pages]
    if not files and entry.replaces:
        files = [one.file for one in entry.replaces.pages]
    if not files:
        raise InvalidInput(pages=msg("Chụp hoặc quét giấy rồi chọn tệp."))
    if len(files) > MOST_PAGES:
        raise InvalidInput(pages=msg("Nhiều nhất %(most)s trang.", most=MOST_PAGES))
    record.pages = [
        ExternalPage(number=number, file_id=file.id) for number, file in enumerate(files, 1)
    ]
    db.flush()
