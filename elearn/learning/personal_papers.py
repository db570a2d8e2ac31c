"""What is held of a person's papers from elsewhere: told to her, and forgotten for her."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, delete, select, update
from sqlalchemy.orm import Session, joinedload

from elearn import notices
from elearn.learning.models import Completion, ExternalPage, ExternalRecord
from elearn.learning.rules.external import RECORD_STATE_NAMES, RecordState
from elearn.personal import Erasure, Section
from elearn.text import msg

#: What stands where a paper was named.
GONE = "(đã xóa)"
R = ExternalRecord


def papers_of(db: Session, person_ids: Collection[int]) -> Section:
    """Return what papers from elsewhere are held of a person; one query and one of their pages."""
    hers = select(R).where(R.person_id.in_(person_ids)).options(joinedload(R.programme_version))
    return Section(
        title=msg("Giấy học ở nơi khác"),
        heads=(
            *(msg("Lớp"), msg("Nơi mở lớp"), msg("Ở đâu"), msg("Học xong"), msg("Số giấy")),
            *(msg("Tính cho"), msg("Ghi chú"), msg("Trạng thái"), msg("Trả lời"), msg("Số trang")),
        ),
        rows=tuple(
            (
                *(one.course, one.organiser, one.place, one.last_on, one.number),
                one.programme_version.title if one.programme_version else None,
                *(one.note, RECORD_STATE_NAMES[one.state], one.answer, len(one.pages)),
            )
            for one in db.scalars(hers.order_by(R.id))
        ),
        fate=msg("Ảnh giấy và mọi chữ trên giấy bị xóa; kết quả giữ lại không kèm họ tên."),
    )


def forget_papers(db: Session, erasure: Erasure) -> None:
    """Take away what papers say and show; what counted stays, without its paper."""
    hers = R.person_id.in_(erasure.person_ids)
    keys = db.scalars(select(R.id).where(hers)).all()
    notices.personal.forget_about(db, [f"external_record:{key}" for key in keys])
    db.execute(delete(ExternalPage).where(ExternalPage.external_record_id.in_(keys)))
    waiting = {"state": RecordState.WITHDRAWN, "decided_at": erasure.now}
    db.execute(update(R).where(hers, R.state == RecordState.WAITING).values(waiting))
    words = {"course": GONE, "organiser": GONE, "answer": GONE, "place": "", "note": ""}
    bare = {"number": None, "number_key": None, "paper_on": None}
    db.execute(update(R).where(hers).values(**words, **bare))
    db.execute(update(Completion).where(Completion.id.in_(_counted(hers))).values(source=GONE))


def _counted(hers: ColumnElement[bool]) -> Select[int | None]:
    return select(R.completion_id).where(hers, R.completion_id.is_not(None))
