"""What the pages of privacy hold of a person themselves: that she asked to be forgotten."""

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.home.privacy.models import STATE_NAMES, ErasureRequest, ErasureState
from elearn.personal import Erasure, Section
from elearn.text import msg

#: The tables with a person's key, and what each holds of her.
TABLES = {"erasure_request": "told; that it was asked and done stays, so does why it was refused"}

_GONE = "(đã xóa)"


def personal_data_of(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return what is held under these keys of one human being; one query."""
    hers = select(ErasureRequest).where(ErasureRequest.person_id.in_(person_ids))
    return (
        Section(
            title=msg("Đề nghị xóa dữ liệu"),
            heads=(msg("Lúc"), msg("Trạng thái"), msg("Trả lời lúc"), msg("Trả lời")),
            rows=tuple(
                (one.asked_at, STATE_NAMES[one.state], one.decided_at, one.answer)
                for one in db.scalars(hers.order_by(ErasureRequest.id))
            ),
            fate=msg("Giữ lại không kèm họ tên: bằng chứng đã đề nghị và đã xóa."),
        ),
    )


def forget(db: Session, erasure: Erasure) -> None:
    """Write down that it was done, whether she had asked or somebody did for her."""
    request = ErasureRequest
    hers = request.person_id.in_(erasure.person_ids)
    answered = request.answer.is_not(None)
    db.execute(update(request).where(hers, answered).values(answer=_GONE))
    waiting = request.state == ErasureState.WAITING
    done = {"state": ErasureState.DONE, "decided_at": erasure.now}
    by = {"decided_by_id": erasure.actor.person_id}
    db.execute(update(request).where(hers, waiting).values({**done, **by}))
