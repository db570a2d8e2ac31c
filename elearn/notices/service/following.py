"""What earlier domains did and may not tell of themselves: read from the outbox, told to people.

The cursor is kept in the transaction that tells, and each notice has a key: so what is read twice
is told once, and what was read is never lost. Nobody is told of what was before the first time.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import accounts, areas, clock, people
from elearn.db import Change, Cursor, Seen, changes_for, insert_missing, newest
from elearn.notices.models import NoticeCursor
from elearn.notices.rules import Kind
from elearn.notices.service.telling import tell
from elearn.notices.service.waiting import tell_of_correction, tell_of_proposal

_AT_ONCE = 500  # The rest comes with the next call; meanwhile others may write.
Teller = Callable[[Session, Change], None]


def follow(db: Session, *, now: datetime) -> bool:
    """Tell people what has happened since the last time; return whether anything had."""
    kept = _cursor(db, now)
    cursor = Cursor.read(kept.content)
    changes = changes_for(db, cursor, _AT_ONCE)
    after = cursor.after([Seen(one.id, one.at) for one in changes], now=now)
    new = [one for one in changes if not cursor.last or one.id != cursor.last.number]
    for change in new:
        if teller := TELLERS.get(change.kind):
            teller(db, change)
    if after != cursor:
        kept.content = after.as_json()
        db.flush()
    return bool(new)


def is_behind(db: Session) -> bool:
    """Return whether there is anything to follow; asked each second, and by a reader."""
    kept = db.get(NoticeCursor, 1)
    if kept is None:
        return True
    cursor = Cursor.read(kept.content)
    last = cursor.last.number if cursor.last else 0
    return any(change.id != last for change in changes_for(db, cursor, 2))


def _cursor(db: Session, now: datetime) -> NoticeCursor:
    """Return how far the outbox was read, held: of two who follow one waits."""
    held = select(NoticeCursor).where(NoticeCursor.id == 1).with_for_update()
    kept = db.scalar(held.execution_options(populate_existing=True))
    if kept is None:
        content = Cursor.beginning(newest(db), now=now).as_json()
        insert_missing(db, NoticeCursor, id=1, content=content)
        kept = db.scalars(held).one()
    return kept


def _key(change: Change) -> int:
    return int(change.key)


def _proposal(db: Session, change: Change) -> None:
    """Tell who decides that something is proposed, and who proposed it what became of it."""
    kinds = {
        people.ProposalState.CONFIRMED: Kind.PROPOSAL_CONFIRMED,
        people.ProposalState.REFUSED: Kind.PROPOSAL_REFUSED,
    }
    one = db.get(people.TenureProposal, _key(change))
    if one is not None and one.is_waiting:
        tell_of_proposal(db, one, change)
    if one is None or one.state not in kinds or one.proposed_by_id is None:
        return
    tell(
        db,
        [one.proposed_by_id],
        kinds[one.state],
        key=f"proposal:{one.id}:{one.state}",
        now=change.at,
        link=f"/people/proposals/{one.id}",
        name=one.name,
        proposal=one.kind.value,
        post=one.post.name,
        unit=one.org_unit.name,
        reason=one.refusal or "",
    )


def _correction(db: Session, change: Change) -> None:
    """Tell who answers that a correction is asked for, and who asked what was answered."""
    kinds = {
        people.CorrectionState.APPLIED: Kind.CORRECTION_APPLIED,
        people.CorrectionState.REFUSED: Kind.CORRECTION_REFUSED,
    }
    one = db.get(people.CorrectionRequest, _key(change))
    if one is not None and one.is_waiting:
        tell_of_correction(db, one, change)
    if one is None or one.state not in kinds:
        return
    tell(
        db,
        [one.asked_by_id or one.person_id],
        kinds[one.state],
        key=f"correction:{one.id}:{one.state}",
        now=change.at,
        link=f"/people/corrections/{one.id}",
        name=one.person.full_name,
        field=one.field.value,
        wanted=one.wanted,
        answer=one.answer,
    )


def _account_reset(db: Session, change: Change) -> None:
    """Tell the owner of an account that somebody had it opened anew."""
    account = db.get(accounts.Account, _key(change))
    if account is not None:
        tell(
            db,
            [account.person_id],
            Kind.PASSWORD_RESET,
            key=f"account_reset:{change.id}",
            now=change.at,
            link="/account",
        )


def _grant(db: Session, change: Change) -> None:
    """Tell a person what she may do from now on, and where."""
    grant = db.get(accounts.RoleGrant, _key(change))
    if grant is None or grant.superseded_at is not None:
        return
    day = max(grant.valid_from, clock.day_of(change.at))
    place = areas.versions_on(db, [grant.area_id], day).get(grant.area_id)
    tell(
        db,
        [grant.person_id],
        Kind.GRANTED,
        key=f"grant:{grant.id}",
        now=change.at,
        role=grant.role.value,
        area=place.full_name if place else "",
        day=grant.valid_from,
    )


TELLERS: Mapping[str, Teller] = MappingProxyType(
    {
        "proposal": _proposal,
        "correction": _correction,
        "account_reset": _account_reset,
        "grant": _grant,
    }
)
