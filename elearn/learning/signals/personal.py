"""What signals hold of a person: told once somebody has judged them; words are forgotten."""

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.learning.signals.models import Signal, SignalJudgement, SignalPerson
from elearn.learning.signals.rules import KIND_NAMES, VERDICT_NAMES
from elearn.personal import Erasure, Section
from elearn.text import msg

#: The tables with a person's key, and what each holds of her.
TABLES = {
    "signal_person": "told once it was judged: until then it is a working note about nothing",
    "signal_judgement": "told to whom it is about; its note is forgotten, who judged is a key",
    "outage": "times and places; who wrote it down is a key, which stays",
}


def told_of_signals(db: Session, person_ids: Collection[int]) -> Section:
    """Return what was made of unusual visits of hers; what waits was not looked at by anybody."""
    one, signal, about = SignalJudgement, Signal, SignalPerson
    rows = db.execute(
        select(signal.kind, signal.first_at, one.judged_at, one.verdict)
        .join(one, one.signal_id == signal.id)
        .join(about, about.signal_id == signal.id)
        .where(about.person_id.in_(person_ids))
        .order_by(one.id)
    )
    return Section(
        title=msg("Lượt xem khác thường đã có người xem"),
        heads=(msg("Điều khác thường"), msg("Ngày"), msg("Nhận xét lúc"), msg("Nhận xét")),
        rows=tuple(
            (KIND_NAMES[kind], first, judged, VERDICT_NAMES[verdict])
            for kind, first, judged, verdict in rows
        ),
        fate=msg("Lời ghi chú bị xóa; nhận xét giữ lại không kèm họ tên."),
    )


def forget_signals(db: Session, erasure: Erasure) -> None:
    """Take away what was said about her in words."""
    about = select(SignalPerson.signal_id).where(SignalPerson.person_id.in_(erasure.person_ids))
    db.execute(
        update(SignalJudgement).where(SignalJudgement.signal_id.in_(about)).values(note=""),
        execution_options={"synchronize_session": False},
    )
