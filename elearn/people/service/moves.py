"""From one post to the next in a single act: transfer, rotation, secondment, election."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.errors import InvalidInput
from elearn.people.models import OrgUnit, Post, Tenure
from elearn.people.rules import MOVE_REASONS, MoveKind
from elearn.people.service.tenures import Appointment, Ending, begun, ended
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Move:
    """Which tenure is left, how, and what is held from which day, by one paper."""

    tenure: Tenure
    kind: MoveKind
    post: Post
    org_unit: OrgUnit
    #: The first day in the new post; the old one ends the day before.
    on: date
    #: The last day, where the paper names one, as it does for most secondments.
    until: date | None = None
    decision: str | None = None


def transfer(db: Session, actor: Actor, move: Move, *, now: datetime) -> Tenure:
    """End a tenure the day before and begin the next; return the new one.

    :raise InvalidInput: if the days cannot be, or it would be the same post of the same unit.
    :raise Conflict: if she holds that post there already, or the tenure was changed meanwhile.
    """
    _check(move)
    ending = Ending(move.on - timedelta(days=1), MOVE_REASONS[move.kind], move.decision)
    before = ended(db, move.tenure, ending, now=now)
    taken = Appointment(before.person, move.post, move.org_unit, move.on, move.until, move.decision)
    tenure = begun(db, taken, now=now)
    details = {"kind": move.kind, "before": before.id}
    audit.record(db, actor, "transfer", "tenure", tenure.id, now=now, details=details)
    return tenure


def _check(move: Move) -> None:
    if move.on <= move.tenure.valid_from:
        raise InvalidInput(on=msg("Ngày này phải sau ngày bắt đầu giữ chức danh cũ."))
    if (move.post.key, move.org_unit.id) == (move.tenure.post_key, move.tenure.org_unit_id):
        raise InvalidInput(
            post=msg("Đây vẫn là chức danh cũ ở đơn vị cũ; chọn chức danh hoặc đơn vị khác.")
        )
