"""Seconds of a shared viewing become those of the people who sat there, marked as shared."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from secrets import token_hex

from sqlalchemy.orm import Session

from elearn import people
from elearn.learning.models import WatchBudget, WatchEvidence, WatchSession
from elearn.learning.rules import Form, Seconds, SessionKind, Terms
from elearn.learning.viewings import queries
from elearn.learning.viewings.models import SharedPresence, SharedViewing
from elearn.learning.viewings.rules import Played, counted
from elearn.learning.viewings.service.holding import hold_people
from elearn.learning.viewings.service.mapping import hold_more, maps_for


@dataclass(frozen=True, slots=True)
class _Hers:
    """What one person sat through, what of it counts, and what of that is new to her."""

    presence: SharedPresence
    visit: WatchSession
    sat: Sequence[Played]
    counts: Mapping[Form, Seconds]
    new: Seconds


def credit(
    db: Session,
    viewing: SharedViewing,
    presences: Collection[SharedPresence],
    *,
    terms: Terms,
    now: datetime,
) -> None:
    """Credit these people with what they sat through; the viewing is held already.

    Afterwards each presence has its visit, and knows how many seconds it brought. The number of
    statements does not grow with the people.
    """
    person_ids = [one.person_id for one in presences]
    budgets, wholes = hold_people(db, person_ids, terms, now), people.wholes_of(db, person_ids)
    laid, led = queries.laid_of(db, viewing), queries.led(db, viewing)
    busy = queries.elsewhere(db, viewing, wholes, is_credited=True)
    maps = maps_for(db, viewing, person_ids, terms, now)
    credited = []
    for presence in presences:
        sat = laid.sat.get(presence.person_id, ())
        counts = counted(sat, led, busy.get(wholes[presence.person_id], ()))
        new = hold_more(maps[presence.person_id], _all(counts), terms, now)
        _lower(budgets[presence.person_id], 1000 * len(new))
        presence.credited_seconds = len(new)
        credited.append(_Hers(presence, _visit(viewing, presence, sat), sat, counts, new))
    db.add_all(one.visit for one in credited)
    db.flush()
    for one in credited:
        one.presence.watch_session_id = one.visit.id
        db.add_all(_evidence(one))


def _all(counts: Mapping[Form, Seconds]) -> Seconds:
    return reduce(or_, counts.values(), Seconds())


def _lower(budget: WatchBudget, milliseconds: int) -> None:
    """Take the same out of what she may be credited otherwise: no minute counts twice over."""
    budget.unspent = max(0, budget.unspent - milliseconds)
    if budget.leased_grown_at is not None:
        budget.leased_owed += milliseconds


def _visit(viewing: SharedViewing, presence: SharedPresence, sat: Sequence[Played]) -> WatchSession:
    spans = [one.span for one in sat]
    return WatchSession(
        token=token_hex(16),
        person_id=presence.person_id,
        medium_version_id=viewing.medium_version_id,
        kind=SessionKind.SHARED,
        opened_at=min((span.first for span in spans), default=viewing.opened_at),
        closed_at=max((span.last for span in spans), default=viewing.opened_at),
        device="",
    )


def _evidence(hers: _Hers) -> list[WatchEvidence]:
    """Return what she sat through in each form; refused is what the leader never played."""
    rest, found = hers.new, []
    for form in dict.fromkeys(one.form for one in hers.sat):
        stretches = [one for one in hers.sat if one.form == form]
        claimed = reduce(or_, (one.seconds for one in stretches))
        counts = hers.counts.get(form, Seconds())
        credited, rest = rest & counts, rest - counts
        found.append(
            WatchEvidence(
                watch_session_id=hers.visit.id,
                form=form,
                claimed=claimed.to_bytes(),
                refused=(claimed - counts).to_bytes(),
                credited_seconds=len(credited),
                reports=len(stretches),
                first_at=min(one.span.first for one in stretches),
                last_at=max(one.span.last for one in stretches),
            )
        )
    return found
