"""What a learner made for herself alone: receipts and bookmarks. It is forgotten whole."""

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from elearn.learning.models import Bookmark, SignedReceipt
from elearn.media import Medium, MediumVersion
from elearn.personal import Erasure, Section
from elearn.text import msg

_GONE = msg("Xóa cùng hồ sơ.")


def own_of(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return what these entries of one human being made for themselves; a query each."""
    return _receipts(db, person_ids), _bookmarks(db, person_ids)


def _receipts(db: Session, person_ids: Collection[int]) -> Section:
    given = SignedReceipt
    hers = select(given.said_at, given.token).where(given.person_id.in_(person_ids))
    return Section(
        title=msg("Biên nhận có chữ ký"),
        heads=(msg("Lập lúc"), msg("Mã trong địa chỉ")),
        rows=tuple(tuple(row) for row in db.execute(hers.order_by(given.id))),
        fate=_GONE,
    )


def _bookmarks(db: Session, person_ids: Collection[int]) -> Section:
    mark, version = Bookmark, MediumVersion
    hers = (
        select(Medium.title, mark.second, mark.note, mark.made_at)
        .join(version, version.id == mark.medium_version_id)
        .join(Medium, Medium.id == version.medium_id)
        .where(mark.person_id.in_(person_ids))
        .order_by(mark.id)
    )
    return Section(
        title=msg("Chỗ đánh dấu trong bài giảng"),
        heads=(msg("Video"), msg("Giây thứ"), msg("Ghi chú"), msg("Đánh dấu lúc")),
        rows=tuple(tuple(row) for row in db.execute(hers)),
        fate=_GONE,
    )


def forget_own(db: Session, erasure: Erasure) -> None:
    """Delete it; whoever was handed a receipt still has a copy, and its signature stays true."""
    for table in (SignedReceipt, Bookmark):
        db.execute(delete(table).where(table.person_id.in_(erasure.person_ids)))
