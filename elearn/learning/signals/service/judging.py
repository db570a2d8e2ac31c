"""What a person makes of a signal: kept with what there was of it then, and never altered."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.learning.signals.models import Signal, SignalJudgement
from elearn.learning.signals.queries.sight import may_judge, signal_seen_by
from elearn.learning.signals.rules import STATE_AFTER, SignalState, Verdict
from elearn.text import msg, nfc

LONGEST_NOTE = 500
_OTHERS = msg("Người quản trị địa bàn của người học nhận xét; anh/chị chỉ được xem.")


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, why, and how much of the signal the page showed."""

    verdict: Verdict
    note: str
    weight: int


def judge(
    db: Session, actor: Actor, signal_id: int, judged: Judged, *, now: datetime
) -> SignalJudgement:
    """Write down what a person makes of a signal; nothing else follows from it.

    :raise NotFound: if she may not know of it.
    :raise Forbidden: if she only may see it.
    :raise InvalidInput: if she was asked, or is to be, and no word says about what.
    :raise Conflict: if there is more of it by now than was shown to her.
    """
    seen = signal_seen_by(db, actor, signal_id)
    if not may_judge(db, actor, seen):
        raise Forbidden(_OTHERS)
    signal = _held(db, seen.id)
    note = nfc(judged.note)
    _check(signal, judged, note)
    judgement = SignalJudgement(
        signal_id=signal.id,
        verdict=judged.verdict,
        note=note,
        weight=signal.weight,
        judged_at=now,
        judged_by_id=actor.person_id,
    )
    db.add(judgement)
    signal.state = STATE_AFTER[judged.verdict]
    db.flush()
    details = {"verdict": judged.verdict.value, "weight": signal.weight}
    audit.record(db, actor, "judge", "signal", signal.id, now=now, details=details)
    return judgement


def _held(db: Session, signal_id: int) -> Signal:
    held = select(Signal).where(Signal.id == signal_id).with_for_update()
    return db.scalars(held.execution_options(populate_existing=True)).one()


def _check(signal: Signal, judged: Judged, note: str) -> None:
    if signal.state is SignalState.GONE:
        raise Conflict(msg("Dấu hiệu này không còn nữa, không cần nhận xét."))
    if signal.weight != judged.weight:
        raise Conflict(msg("Dấu hiệu này vừa có thêm số liệu. Xem lại rồi nhận xét."))
    if len(note) > LONGEST_NOTE:
        raise InvalidInput(note=msg("Dài nhất 500 ký tự."))
    if not note and judged.verdict is not Verdict.NOTHING:
        raise InvalidInput(note=msg("Ghi đã hỏi ai, giải thích thế nào, hoặc cần xem lại điều gì."))
