"""What classes holds of a person: the classes she took part in, and what came of it."""

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.classes.models import Participation, TrainingClass
from elearn.classes.rules import RESULT_NAMES
from elearn.personal import Erasure, Section
from elearn.text import msg

#: The tables with a person's key, and what each holds of her.
TABLES = {
    "participation": "told; without her name it counts in figures, why she left is forgotten",
    "training_class": "who opened, closed or cancelled it: an act, a key and no name",
}
_GONE = "(đã xóa)"


def personal_data_of(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return what is held under these keys of one human being; one query."""
    turn = Participation
    hers = select(turn, TrainingClass.name).join(turn.training_class)
    rows = db.execute(hers.where(turn.person_id.in_(person_ids)).order_by(turn.id))
    return (
        Section(
            title=msg("Lớp đã dự"),
            heads=(
                msg("Lớp"),
                msg("Vào lớp"),
                msg("Kết quả"),
                msg("Hoàn thành ngày"),
                msg("Rời lớp"),
                msg("Lý do rời lớp"),
            ),
            rows=tuple(
                (
                    name,
                    one.joined_at,
                    RESULT_NAMES[one.outcome] if one.outcome else None,
                    one.completed_on,
                    one.left_at,
                    one.left_reason,
                )
                for one, name in rows
            ),
            fate=msg("Giữ lại không kèm họ tên và lý do rời lớp, để số liệu không thay đổi."),
        ),
    )


def forget(db: Session, erasure: Erasure) -> None:
    """Take away in which words it was said why she left a class; the turn itself counts on."""
    hers = Participation.person_id.in_(erasure.person_ids)
    left = Participation.left_reason.is_not(None)
    db.execute(update(Participation).where(hers, left).values(left_reason=_GONE))
