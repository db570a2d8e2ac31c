"""Telling who decides that something waits for her: once for all that waits, not once for each."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from elearn import accounts, clock, people
from elearn.db import Change
from elearn.notices.models import Notice
from elearn.notices.rules import Kind
from elearn.notices.service.telling import tell

#: Whoever leaves the first unread is told again, but not sooner.
_AGAIN = timedelta(days=1)


def tell_of_proposal(db: Session, proposal: people.TenureProposal, change: Change) -> None:
    """Tell who administers the commune that it has proposed something."""
    _tell(db, [proposal.area_id], proposal.proposed_by_id, Kind.PROPOSALS_WAIT, change)


def tell_of_correction(db: Session, request: people.CorrectionRequest, change: Change) -> None:
    """Tell who administers the place of a person that a correction is asked for."""
    places = people.areas_deciding(db, request.person, clock.day_of(change.at))
    _tell(db, places, request.asked_by_id, Kind.CORRECTIONS_WAIT, change)


_LINKS = {
    Kind.PROPOSALS_WAIT: "/people/proposals",
    Kind.CORRECTIONS_WAIT: "/people/corrections",
}


def _tell(
    db: Session, area_ids: Collection[int], asker: int | None, kind: Kind, change: Change
) -> None:
    key = f"{change.kind}:{change.key}:waits"
    tell_deciders(db, area_ids, kind, key=key, now=change.at, link=_LINKS[kind], knowing={asker})


def tell_deciders(  # noqa: PLR0913  # Where, of what, when, where to, and who knows: each is named.
    db: Session,
    area_ids: Collection[int],
    kind: Kind,
    *,
    key: str,
    now: datetime,
    link: str,
    knowing: Collection[int | None] = (),
) -> None:
    """Tell who decides in these areas that something waits, unless she will find it anyway.

    Whoever knows of it already is left out, and so is who was told of others not long before.
    """
    deciders = accounts.deciders_over(db, area_ids, day=clock.day_of(now))
    left_out = {*knowing, *_knowing(db, deciders, kind, now)}
    tell(db, [one for one in deciders if one not in left_out], kind, key=key, now=now, link=link)


def _knowing(db: Session, deciders: Collection[int], kind: Kind, at: datetime) -> set[int]:
    """Return who was told not long before and will find this too when she looks.

    It is the same whenever it is asked: what is followed twice is told once.
    """
    looks_later = or_(Notice.read_at.is_(None), Notice.read_at >= at)
    found = select(Notice.person_id).where(
        Notice.person_id.in_(deciders), Notice.kind == kind, Notice.at > at - _AGAIN, looks_later
    )
    return set(db.scalars(found))
