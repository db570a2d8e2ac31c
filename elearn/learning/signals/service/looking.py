"""Keeping what a look found: each signal is one row, whose numbers follow what is found of it."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, tuple_
from sqlalchemy.orm import Session, selectinload

from elearn.db import insert_missing
from elearn.learning.signals.models import (
    Signal,
    SignalLook,
    SignalPerson,
    SignalSession,
    WatchTwin,
)
from elearn.learning.signals.queries.looking import Seen
from elearn.learning.signals.queries.twins import twins_since
from elearn.learning.signals.rules import (
    Found,
    Key,
    Measures,
    SignalKind,
    SignalState,
    groups_of,
)
from elearn.learning.signals.service.explaining import explain

_AT_ONCE = 200
#: What nobody has judged may go when it is found no more, and is there again when it is.
_UNJUDGED = (SignalState.OPEN, SignalState.GONE)


def keep(db: Session, seen: Seen, measures: Measures, *, now: datetime) -> bool:
    """Keep what a look found, unless another looked meanwhile; return whether it was kept."""
    kept = db.get(SignalLook, 1, with_for_update=True, populate_existing=True)
    if kept is None or kept.looked_until != seen.window.since:
        return False
    kept.looked_until = seen.window.until
    groups = _groups(db, seen, measures, now)
    touched = _written(db, (*seen.found, *groups), seen.looked_for, measures, now)
    explain(db, touched)
    return True


def _groups(db: Session, seen: Seen, measures: Measures, now: datetime) -> list[Found]:
    """Return the persons who were alike again and again, with what was found just now."""
    if not seen.twins:
        return []
    for one in seen.twins:
        insert_missing(
            db,
            WatchTwin,
            first_session_id=one.first.session_id,
            second_session_id=one.second.session_id,
            began_at=one.began_at,
        )
    since = now - timedelta(days=measures.traces.within_days)
    found = groups_of(twins_since(db, since), measures)
    return [_continued(db, one, since) for one in found]


def _continued(db: Session, found: Found, since: datetime) -> Found:
    """Return a group under the name it has already, if some of it were found together before."""
    about = select(SignalPerson.signal_id).where(SignalPerson.person_id.in_(found.person_ids))
    before = select(Signal.key).where(
        Signal.kind == SignalKind.TRACES, Signal.id.in_(about), Signal.last_at > since
    )
    key = db.scalar(before.order_by(Signal.id).limit(1))
    if key is None:
        return found
    return replace(found, name=Key(SignalKind.TRACES, key))


def _written(
    db: Session,
    found: Collection[Found],
    looked_for: Iterable[Key],
    measures: Measures,
    now: datetime,
) -> list[int]:
    """Write what was found, and what was looked for and is no more; return the keys of the rows."""
    by_name = {one.name: one for one in found}
    there = _there(db, {*by_name, *looked_for})
    for name in there.keys() - by_name.keys():
        if there[name].state is SignalState.OPEN:
            there[name].state, there[name].changed_at = SignalState.GONE, now
    rows = {one.name: there.get(one.name) or _new(one, now) for one in by_name.values()}
    db.add_all(rows.values())
    for name, row in rows.items():
        _follow(row, by_name[name], measures, now)
    db.flush()
    _link(db, {row.id: by_name[name] for name, row in rows.items()})
    return [row.id for row in rows.values()]


def _there(db: Session, names: Collection[Key]) -> dict[Key, Signal]:
    found: dict[Key, Signal] = {}
    every = sorted(names, key=lambda one: (one.kind, one.key))
    for start in range(0, len(every), _AT_ONCE):
        some = [(one.kind, one.key) for one in every[start : start + _AT_ONCE]]
        rows = select(Signal).where(tuple_(Signal.kind, Signal.key).in_(some))
        rows = rows.options(selectinload(Signal.judgements)).with_for_update()
        found |= {Key(row.kind, row.key): row for row in db.scalars(rows)}
    return found


def _new(one: Found, now: datetime) -> Signal:
    return Signal(kind=one.name.kind, key=one.name.key, state=SignalState.OPEN, found_at=now)


def _follow(row: Signal, found: Found, measures: Measures, now: datetime) -> None:
    """Bring a row up to date; one that was judged is open again only if it has grown much."""
    row.weight, row.measure, row.numbers = found.weight, found.measure, dict(found.numbers)
    row.first_at, row.last_at = found.first_at, found.last_at
    row.measures_version, row.changed_at = measures.version, now
    if row.state in _UNJUDGED or measures.has_grown(row.weight, row.judgements[0].weight):
        row.state = SignalState.OPEN


def _link(db: Session, found: dict[int, Found]) -> None:
    """Say anew whom the signals are about and on which visits they rest."""
    for table in (SignalPerson, SignalSession):
        db.execute(delete(table).where(table.signal_id.in_(found)))
    persons, sessions = list[dict[str, int]](), list[dict[str, int]]()
    for key, one in found.items():
        persons += [{"signal_id": key, "person_id": person} for person in one.person_ids]
        sessions += [{"signal_id": key, "watch_session_id": visit} for visit in one.session_ids]
    if persons:
        db.execute(insert(SignalPerson), persons)
    if sessions:
        db.execute(insert(SignalSession), sessions)
