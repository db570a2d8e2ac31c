"""Entering what was learned elsewhere: by herself, or by who administers her place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import audit, clock, people, storage
from elearn.access import Actor
from elearn.catalogue import ProgrammeVersion
from elearn.db import changed
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.learning.models import ExternalPage, ExternalRecord
from elearn.learning.queries.external import doubles_of, is_hers, record_seen_by
from elearn.learning.rules import CompletionForm
from elearn.learning.rules.external import (
    MOST_PAGES,
    MOST_WAITING,
    RecordState,
    number_key,
)
from elearn.learning.service.external.telling import tell_entered
from elearn.storage import Kept
from elearn.text import Message, msg, nfc

PICTURE = "image/webp"
_EARLIEST = date(1950, 1, 1)


@dataclass(frozen=True, slots=True)
class Paper:
    """What a paper says of a course taken elsewhere."""

    course: str
    organiser: str
    last_on: date
    form: CompletionForm = CompletionForm.EXTERNAL
    place: str = ""
    first_on: date | None = None
    hours: int | None = None
    number: str | None = None
    paper_on: date | None = None
    programme_version_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper about to be entered: whose, what it says, its pages in the store.

    `is_another` says that it is none of those that look the same.
    """

    person_id: int
    paper: Paper
    pages: Sequence[Kept]
    is_another: bool = False


def enter_record(db: Session, actor: Actor, entry: Entry, *, now: datetime) -> ExternalRecord:
    """Enter a paper; it waits for a second person.

    :raise NotFound: if it is neither about the actor nor about somebody she answers for.
    :raise InvalidInput: if something is lacking, cannot be, or one like it is there already.
    :raise Conflict: if very many wait already.
    """
    person = people.person_asked_about(db, actor, entry.person_id)
    _refuse_many(db, person)
    if not entry.pages:
        raise InvalidInput(pages=msg("Chụp hoặc quét giấy rồi chọn tệp."))
    return _entered(db, actor, person, entry, now=now)


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
    new = replace(entry, person_id=old.person_id)
    return _entered(db, actor, old.person, new, replaces=old, now=now)


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


def _entered(
    db: Session,
    actor: Actor,
    person: people.Person,
    entry: Entry,
    *,
    now: datetime,
    replaces: ExternalRecord | None = None,
) -> ExternalRecord:
    paper = _clean(entry.paper)
    _check(db, paper, clock.day_of(now))
    record = ExternalRecord(
        person_id=person.id,
        **{name: getattr(paper, name) for name in Paper.__slots__},
        number_key=number_key(paper.number),
        entered_by_id=actor.person_id,
        entered_at=now,
        replaces_id=replaces.id if replaces else None,
    )
    db.add(record)
    db.flush()
    if not entry.is_another and doubles_of(db, record):
        raise InvalidInput(is_another=msg("Đã có giấy giống thế này. Xem lại ở đầu trang."))
    _keep_pages(db, record, entry.pages, replaces, now)
    audit.record(db, actor, "enter", "external_record", record.id, now=now)
    changed(db, "external_record", record.id, now=now)
    tell_entered(db, actor, record, now=now)
    return record


def _clean(paper: Paper) -> Paper:
    return replace(
        paper,
        course=nfc(paper.course),
        organiser=nfc(paper.organiser),
        place=nfc(paper.place),
        note=nfc(paper.note),
        number=nfc(paper.number or "") or None,
    )


def _check(db: Session, paper: Paper, today: date) -> None:
    """Refuse what cannot be.

    :raise InvalidInput: naming every field at fault.
    """
    flaws: dict[str, Message] = {}
    if not paper.course:
        flaws["course"] = msg("Ghi tên lớp hoặc khóa học.")
    if not paper.organiser:
        flaws["organiser"] = msg("Ghi nơi mở lớp, cấp giấy.")
    if not _EARLIEST <= paper.last_on <= today:
        flaws["last_on"] = msg("Ngày học xong không thể sau hôm nay hoặc trước năm 1950.")
    if paper.first_on and not _EARLIEST <= paper.first_on <= paper.last_on:
        flaws["first_on"] = msg("Ngày bắt đầu phải trước ngày học xong.")
    if paper.paper_on and not _EARLIEST <= paper.paper_on <= today:
        flaws["paper_on"] = msg("Ngày cấp giấy không thể sau hôm nay.")
    if paper.programme_version_id and not db.get(ProgrammeVersion, paper.programme_version_id):
        flaws["programme_version_id"] = msg("Không có chương trình này.")
    if flaws:
        raise InvalidInput(**flaws)


def _refuse_many(db: Session, person: people.Person) -> None:
    hers = ExternalRecord.person_id.in_(people.entry_ids(person.id))
    waiting = select(func.count()).where(hers, ExternalRecord.state == RecordState.WAITING)
    if (db.scalar(waiting) or 0) >= MOST_WAITING:
        raise Conflict(msg("Đã có nhiều giấy chờ xác nhận. Đợi trả lời rồi nhập tiếp."))


def _refuse_corrected(db: Session, old: ExternalRecord) -> None:
    waits = ExternalRecord.state == RecordState.WAITING
    later = select(ExternalRecord.id).where(ExternalRecord.replaces_id == old.id, waits)
    if db.scalar(later.limit(1)) is not None:
        raise Conflict(msg("Giấy này đã có bản sửa đang chờ xác nhận."))


def _keep_pages(
    db: Session,
    record: ExternalRecord,
    pages: Sequence[Kept],
    replaces: ExternalRecord | None,
    now: datetime,
) -> None:
    files = [storage.record(db, one, media_type=PICTURE, now=now) for one in pages]
    if not files and replaces:
        files = [one.file for one in replaces.pages]
    if not files:
        raise InvalidInput(pages=msg("Chụp hoặc quét giấy rồi chọn tệp."))
    if len(files) > MOST_PAGES:
        raise InvalidInput(pages=msg("Nhiều nhất %(most)s trang.", most=MOST_PAGES))
    record.pages = [
        ExternalPage(number=number, file_id=file.id) for number, file in enumerate(files, 1)
    ]
    db.flush()
