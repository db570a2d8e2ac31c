"""The leader states who was there; by the rule of the day that counts, or begins to be asked."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, notices
from elearn.access import Actor
from elearn.errors import Conflict
from elearn.learning.rules import Confirmation, Terms
from elearn.learning.viewings.models import SharedPresence, SharedViewing
from elearn.learning.viewings.service.crediting import credit
from elearn.learning.viewings.service.holding import held
from elearn.text import msg


def state(  # noqa: PLR0913  # Of what, by whom, who stays and when: each is named.
    db: Session,
    actor: Actor,
    viewing_id: int,
    *,
    struck: Collection[int] = (),
    terms: Terms,
    now: datetime,
) -> SharedViewing:
    """State that those marked were there, and end the viewing with that.

    Those `struck` were marked by mistake: nothing ever counts for them.

    By the rule of its day they are credited now, but for those who objected, or each once she has
    confirmed it. All are told.

    :raise Conflict: if it was stated already, or too many days ago.
    """
    viewing = _held_unstated(db, viewing_id, now)
    viewing.ended_at, viewing.stated_at = viewing.ended_at or now, now
    presences = _kept(_unobjected(db, viewing), struck, now)
    if viewing.rule.confirmation is Confirmation.STATEMENT:
        credit(db, viewing, presences, terms=terms, now=now)
        mark(presences, Confirmation.STATEMENT, now)
        db.flush()
    _tell(db, viewing, presences, now)
    details = {"lecture": viewing.lecture.code, "present": len(presences)}
    audit.record(db, actor, "state", "shared_viewing", viewing.id, now=now, details=details)
    return viewing


def _held_unstated(db: Session, viewing_id: int, now: datetime) -> SharedViewing:
    viewing = held(db, viewing_id)
    if viewing.stated_at is not None:
        raise Conflict(msg("Danh sách có mặt của buổi này đã được xác nhận rồi."))
    refuse_late(viewing, now)
    return viewing


def _unobjected(db: Session, viewing: SharedViewing) -> Sequence[SharedPresence]:
    hers = select(SharedPresence).where(SharedPresence.viewing_id == viewing.id)
    hers = hers.where(SharedPresence.objected_at.is_(None)).order_by(SharedPresence.person_id)
    return db.scalars(hers).all()


def _kept(
    presences: Sequence[SharedPresence], struck: Collection[int], now: datetime
) -> list[SharedPresence]:
    """Return those that stay; the others are struck out."""
    for presence in presences:
        if presence.person_id in struck:
            presence.struck_at = now
    return [one for one in presences if one.struck_at is None]


def refuse_late(viewing: SharedViewing, now: datetime) -> None:
    """Refuse what comes too many days after the end.

    :raise Conflict: if it does.
    """
    if now > viewing.open_until:
        days = viewing.rule.confirm_days
        raise Conflict(msg("Buổi xem đã kết thúc quá %(days)s ngày, không ghi nữa.", days=days))


def mark(presences: Collection[SharedPresence], by: Confirmation, now: datetime) -> None:
    """Write down by what presences that were credited are confirmed."""
    for presence in presences:
        presence.confirmed_at, presence.confirmed_by = now, by


def _tell(
    db: Session, viewing: SharedViewing, presences: Collection[SharedPresence], now: datetime
) -> None:
    waits = viewing.rule.confirmation is Confirmation.CODE
    kind = notices.Kind.VIEWING_WAITS if waits else notices.Kind.VIEWING_STATED
    notices.tell(
        db,
        [one.person_id for one in presences],
        kind,
        key=f"viewing:{viewing.id}",
        now=now,
        link="/viewings/mine",
        title=viewing.lecture.title,
        day=viewing.opened_at,
        days=viewing.rule.confirm_days,
    )
