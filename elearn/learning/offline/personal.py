"""What is held of a person for having lectures on her phone, and for bringing files of others."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from elearn.learning.models import OfflineLease
from elearn.personal import Section
from elearn.text import msg

TABLES = {
    "offline_lease": "told; without her name it stays: by it seconds were credited",
    "report_file": "who brought it: the key of an act, which stays with the file",
}


def leases_of(db: Session, person_ids: Collection[int]) -> Section:
    """Return which lectures these entries of one human being had on their phones; one query."""
    lease = OfflineLease
    hers = select(lease).where(lease.person_id.in_(person_ids)).order_by(lease.id)
    found = db.scalars(hers.options(joinedload(lease.lecture)))
    return Section(
        title=msg("Bài đã tải về máy"),
        heads=(msg("Bài giảng"), msg("Tải lúc"), msg("Xem được đến"), msg("Thôi giữ lúc")),
        rows=tuple(
            (one.lecture.title, one.issued_at, one.expires_at, one.ended_at) for one in found
        ),
        fate=msg("Giữ lại không kèm họ tên: căn cứ của số giây đã ghi nhận."),
    )
