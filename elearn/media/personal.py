"""What media holds of a person: which films she uploaded, which stay, and what she is sending."""

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.media.models import WAITING, FileUpload, Medium, MediumVersion, UploadState
from elearn.personal import Erasure, Section
from elearn.text import msg

#: The tables with a person's key, and what each holds of her.
TABLES = {
    "medium": "who uploaded it first: an act, told with its versions; a key and no name",
    "medium_version": "told; who uploaded it is a key and no name, and the film stays",
    "caption": "who wrote captions last: an act on a work; a key and no name",
    "caption_revision": "who wrote them before: the same; a key and no name",
    "release": "who gave a film to learners: an act on a work; a key and no name",
    "slide_set": "who corrected the slides of a film: an act on a work; a key and no name",
    "preview": "who made a link for reviewers, who took it back: acts; keys and no name",
    "file_upload": "told; what has not become a film by an erasure is removed with its bytes",
    "slide_deck": "who gave a film a PDF: the same; a key and no name",
}


def personal_data_of(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return what is held under these keys of one human being; two queries."""
    version = MediumVersion
    hers = select(Medium.title, version.number, version.file_name, version.uploaded_at)
    hers = hers.join(version, version.medium_id == Medium.id)
    rows = db.execute(hers.where(version.uploaded_by_id.in_(person_ids)).order_by(version.id))
    return (
        Section(
            title=msg("Video đã tải lên"),
            heads=(msg("Tên"), msg("Bản"), msg("Tên tệp"), msg("Lúc")),
            rows=tuple(tuple(row) for row in rows),
            fate=msg("Video là bài giảng nên giữ lại, không kèm họ tên người tải lên."),
        ),
        _sending(db, person_ids),
    )


def _sending(db: Session, person_ids: Collection[int]) -> Section:
    one = FileUpload
    hers = select(one.title, one.file_name, one.begun_at).where(one.person_id.in_(person_ids))
    return Section(
        title=msg("Tệp video đã gửi hoặc đang gửi"),
        heads=(msg("Tên"), msg("Tên tệp"), msg("Lúc")),
        rows=tuple(tuple(row) for row in db.execute(hers.order_by(one.id))),
        fate=msg("Tệp gửi dở tự xóa sau ít ngày không gửi tiếp; tệp đã nhận thành video."),
    )


def forget(db: Session, erasure: Erasure) -> None:
    """Take back what she was sending, and where from; a key without a name says nothing of her."""
    hers = update(FileUpload).where(FileUpload.person_id.in_(erasure.person_ids))
    unfinished = hers.where(FileUpload.state.in_(WAITING))
    gone = {"state": UploadState.REMOVED, "reason": None, "writer": None, "writer_until": None}
    db.execute(unfinished.values(**gone, changed_at=erasure.now))
    db.execute(hers.values(origin="", told="", fingerprint=""))
