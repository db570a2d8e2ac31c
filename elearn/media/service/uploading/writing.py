"""Bytes that arrive: who is writing holds a pen, and what is noted would outlast a power cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, or_, update
from sqlalchemy.orm import Session

from elearn.media.models import FileUpload, UploadPiece, UploadState
from elearn.media.queries.uploads import upload_by_id, upload_of
from elearn.media.rules.uploading import BeingWritten, TooMuch, WrongPlace
from elearn.media.service.uploading.queueing import hand_over
from elearn.text import msg

#: After so long without a word of it, a request that holds the pen counts as dead.
LEASE = timedelta(seconds=15)
_TAKEN = msg("Tệp này đang được gửi ở một cửa sổ hoặc máy khác. Chờ ít giây, máy tự thử lại.")


@dataclass(frozen=True, slots=True)
class Pen:
    """The right of one request to write: which upload, below which name, in whose hand."""

    upload_id: int
    folder: str
    writer: str
    length: int
    keeps: timedelta


class Arrived(NamedTuple):
    """Bytes that lie in the store durably: where they begin, how many, under which name."""

    start: int
    size: int
    name: str


class Claim(NamedTuple):
    """What a request says it has: bytes from a place on, as many as it knows."""

    writer: str
    offset: int
    size: int | None


def take_pen(  # noqa: PLR0913  # Whose, which, what is claimed, and two times of the house.
    db: Session, person_id: int | None, token: str, claim: Claim, *, keeps: timedelta, now: datetime
) -> Pen:
    """Let one request write where the last byte stands; a pen fallen silent is taken over.

    :raise NotFound: if there is no such upload of this person.
    :raise Expired: if it is gone.
    :raise WrongPlace: if its last byte stands elsewhere.
    :raise TooMuch: if more bytes would come than the file has.
    :raise BeingWritten: while another request holds the pen.
    """
    upload = upload_of(db, person_id, token, now=now)
    free = or_(FileUpload.writer.is_(None), FileUpload.writer_until < now)
    mine = update(FileUpload).where(FileUpload.id == upload.id, free)
    mine = mine.where(FileUpload.state == UploadState.RECEIVING)
    values = {"writer": claim.writer, "writer_until": now + LEASE}
    received = db.scalar(mine.values(values).returning(FileUpload.received))
    if received is None and upload.is_open:
        raise BeingWritten(_TAKEN)
    _refuse_elsewhere(claim, upload.received if received is None else received, upload.length)
    return Pen(upload.id, upload.folder, claim.writer, upload.length, keeps)


def _refuse_elsewhere(claim: Claim, received: int, length: int) -> None:
    if claim.offset != received:
        raise WrongPlace(
            msg("Máy chủ đã giữ %(count)s byte, phần gửi không nối vào đó.", count=received)
        )
    if claim.size is not None and claim.offset + claim.size > length:
        raise TooMuch(msg("Gửi nhiều hơn độ dài của tệp. Chọn lại tệp để gửi từ đầu."))


def keep_pen(db: Session, pen: Pen, *, now: datetime) -> None:
    """Say that the request is alive.

    :raise BeingWritten: if another one has taken over, or the upload was taken back.
    """
    _write(db, pen, {"writer_until": now + LEASE})


def note_arrived(db: Session, pen: Pen, arrived: Sequence[Arrived], *, now: datetime) -> int:
    """Count bytes that lie with us durably; the last ones of a file hand it to the worker.

    :raise BeingWritten: if another request has taken over: what this one wrote does not count.
    """
    size = sum(one.size for one in arrived)
    pieces = [
        UploadPiece(upload_id=pen.upload_id, start=one.start, size=one.size, name=one.name)
        for one in arrived
    ]
    values = {
        "received": FileUpload.received + size,
        "writer_until": now + LEASE,
        "changed_at": now,
        "expires_at": now + pen.keeps,
    }
    received = _write(db, pen, values)
    db.add_all(pieces)
    db.flush()
    if received == pen.length:
        lay_down_pen(db, pen)
        hand_over(db, upload_by_id(db, pen.upload_id), now=now)
    return received


def lay_down_pen(db: Session, pen: Pen) -> None:
    """Let the next request write at once; nothing happens if the pen is no longer this one's."""
    mine = update(FileUpload).where(_is_mine(pen))
    db.execute(mine.values(writer=None, writer_until=None))


def _write(db: Session, pen: Pen, values: dict[str, object]) -> int:
    mine = update(FileUpload).where(_is_mine(pen), FileUpload.state == UploadState.RECEIVING)
    received: int | None = db.scalar(mine.values(values).returning(FileUpload.received))
    if received is None:
        raise BeingWritten(_TAKEN)
    return received


def _is_mine(pen: Pen) -> ColumnElement[bool]:
    return (FileUpload.id == pen.upload_id) & (FileUpload.writer == pen.writer)
