"""Seconds of a shared viewing become those of the people who sat there, marked as shared."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import reduce
from operator import or_
from secrets import token_hex
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from elearn import people
from elearn.learning.models import WatchBudget, WatchEvidence, WatchSession
from elearn.learning.rules import Form, Seconds, SessionKind, Terms
from elearn.learning.viewings import queries
from elearn.learning.viewings.models import SharedPresence, SharedViewing
from elearn.learning.viewings.rules import Played, counted
from elearn.learning.viewings.service.holding import hold_people
from elearn.learning.viewings.service.mapping import hold_more, maps_for


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
    visits = _visits(db, viewing, {one: laid.sat.get(one, ()) for one in person_ids})
    for presence in presences:
        whose = presence.person_id
        sat = laid.sat.get(whose, ())
        counts = counted(sat, led, busy.get(wholes[whose], ()))
        new = hold_more(maps[whose], _all(counts), terms, now)
        _lower(budgets[whose], 1000 * len(new))
        presence.credited_seconds, presence.watch_session_id = len(new), visits[whose]
        db.add_all(_evidence(visits[whose], sat, counts, new))


def _all(counts: Mapping[Form, Seconds]) -> Seconds:
    return reduce(or_, counts.values(), Seconds())


def _lower(budget: WatchBudget, milliseconds: int) -> None:
    """Take the same out of what she may be credited otherwise: no minute counts twice over."""
    budget.unspent = max(0, budget.unspent - milliseconds)
    if budget.leased_grown_at is not None:
        budget.leased_owed += milliseconds


def _visits(
    db: Session, viewing: SharedViewing, sat: Mapping[int, Sequence[Played]]
) -> dict[int, int]:
    """Write a visit for each person, and return their keys; two statements."""
    rows = [_visit(viewing, person_id, hers) for person_id, hers in sat.items()]
    if not rows:
        return {}
    db.execute(insert(WatchSession), rows)
    tokens = [row["token"] for row in rows]
    keys = select(WatchSession.person_id, WatchSession.id).where(WatchSession.token.in_(tokens))
    return dict(db.execute(keys).all())


def _visit(viewing: SharedViewing, person_id: int, sat: Sequence[Played]) -> dict[str, Any]:
    spans = [one.span for one in sat]
    return {
        "token": token_hex(16),
        "person_id": person_id,
        "medium_version_id": viewing.medium_version_id,
        "kind": SessionKind.SHARED,
        "opened_at": min((span.first for span in spans), default=viewing.opened_at),
        "closed_at": max((span.last for span in spans), default=viewing.opened_at),
        "device": "",
    }


def _evidence(
    visit: int, sat: Sequence[Played], counts: Mapping[Form, Seconds], new: Seconds
) -> list[WatchEvidence]:
    """Return what was shown to her in each form; refused is what the leader never played."""
    found, rest = [], new
    for form in dict.fromkeys(one.form for one in sat):
        stretches = [one for one in sat if one.form == form]
        claimed, held = _all_of(stretches), counts.get(form, Seconds())
        found.append(
            WatchEvidence(
                watch_session_id=visit,
                form=form,
                claimed=claimed.to_bytes(),
                refused=(claimed - held).to_bytes(),
                credited_seconds=len(rest & held),
                reports=len(stretches),
                first_at=min(one.span.first for one in stretches),
                last_at=max(one.span.last for one in stretches),
            )
        )
        rest -= held
    return found


def _all_of(stretches: Iterable[Played]) -> Seconds:
    return reduce(or_, (one.seconds for one in stretches))
