"""Declaring how many of a group an area or a unit has: one number or many at once."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from elearn import areas, audit, clock
from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput
from elearn.people.models import Headcount, OrgUnit
from elearn.people.rules.headcounts import MOST
from elearn.text import msg, nfc

_AT_ONCE = 5_000  # Well below the values that one statement may carry on either database.
_Key = tuple[int | None, int | None, str, date]


@dataclass(frozen=True, slots=True)
class Declaration:
    """How many of a group an area, or a unit, had on a day; without a number it did not report."""

    group_key: str
    as_of: date
    number: int | None
    area_id: int | None = None
    org_unit_id: int | None = None
    source: str | None = None

    @property
    def key(self) -> _Key:
        return self.area_id, self.org_unit_id, self.group_key, self.as_of


def declare_headcount(db: Session, actor: Actor, new: Declaration, *, now: datetime) -> Headcount:
    """Write down one declaration and return the row that holds now.

    :raise InvalidInput: as declaring many does.
    """
    declare_headcounts(db, actor, [new], now=now)
    return _standing(db, [new])[new.key]


def declare_headcounts(
    db: Session, actor: Actor, told: Collection[Declaration], *, now: datetime
) -> int:
    """Write down declarations and return how many said something new; again, nothing changes.

    Another number, or another paper, for the same day supersedes the row before. Of two about the
    same the last is meant.

    :raise InvalidInput: if a number cannot be, a day is to come, or it is of no one place.
    """
    wanted = {one.key: one for one in told}
    for one in wanted.values():
        _check(one, clock.day_of(now))
    written = 0
    for some in _slices(list(wanted.values())):
        _hold(db, some)
        written += _write(db, actor, some, now)
    return written


def _write(db: Session, actor: Actor, told: Sequence[Declaration], now: datetime) -> int:
    held = _standing(db, told)
    fresh = [one for one in told if _is_new(one, held.get(one.key))]
    for one in fresh:
        if before := held.get(one.key):
            before.superseded_at = now
    db.flush()
    if not fresh:
        return 0
    db.execute(insert(Headcount), [_row(actor, one, now) for one in fresh])
    rows = _standing(db, fresh)
    for key, details in _acts([rows[one.key] for one in fresh]):
        audit.record(db, actor, "declare", "headcount", key, now=now, details=details)
    return len(fresh)


def _acts(rows: Collection[Headcount]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give one act for each group and day: the first of its rows, and how many there are."""
    acts: dict[tuple[str, date], list[Headcount]] = {}
    for row in rows:
        acts.setdefault((row.group_key, row.as_of), []).append(row)
    for (group, day), some in acts.items():
        yield some[0].id, {"group": group, "as_of": day.isoformat(), "count": len(some)}


def take_back_headcounts(
    db: Session, actor: Actor, rows: Collection[Headcount], *, now: datetime
) -> None:
    """Say that these should never have been declared; they stay to be told.

    :raise Conflict: if one was superseded meanwhile.
    """
    _hold(db, rows)
    for row in rows:
        db.refresh(row)
        if row.superseded_at is not None:
            raise Conflict(msg("Thông tin này vừa được sửa ở nơi khác."))
        row.superseded_at = now
    db.flush()
    for key, details in _acts(rows):
        audit.record(db, actor, "take_back", "headcount", key, now=now, details=details)


def _check(one: Declaration, today: date) -> None:
    if (one.area_id is None) == (one.org_unit_id is None):
        raise InvalidInput(area=msg("Ghi số của một địa bàn hoặc của một đơn vị."))
    if one.as_of > today:
        raise InvalidInput(as_of=msg("Ngày này chưa tới."))
    if one.number is not None and not 0 <= one.number < MOST:
        raise InvalidInput(number=msg("Ghi số người, từ 0 đến 9.999.999."))


def _is_new(one: Declaration, held: Headcount | None) -> bool:
    return held is None or (held.number, held.source) != (one.number, _source(one))


def _source(one: Declaration) -> str | None:
    return nfc(one.source or "") or None


def _row(actor: Actor, one: Declaration, now: datetime) -> dict[str, Any]:
    return {
        "org_unit_id": one.org_unit_id,
        "area_id": one.area_id,
        "group_key": one.group_key,
        "as_of": one.as_of,
        "number": one.number,
        "source": _source(one),
        "recorded_by_id": actor.person_id,
        "recorded_at": now,
    }


def _standing(db: Session, told: Sequence[Declaration]) -> dict[_Key, Headcount]:
    """Return the rows that hold now about the same places, groups and days."""
    row = Headcount
    found = select(row).where(
        row.group_key.in_({one.group_key for one in told}),
        row.as_of.in_({one.as_of for one in told}),
        row.is_current(),
        row.area_id.in_({one.area_id for one in told})
        | row.org_unit_id.in_({one.org_unit_id for one in told}),
    )
    return {
        (one.area_id, one.org_unit_id, one.group_key, one.as_of): one for one in db.scalars(found)
    }


def _hold(db: Session, told: Collection[Declaration] | Collection[Headcount]) -> None:
    """Hold the places until the end of the transaction: of two who declare at once, one waits."""
    for table, keys in (
        (areas.Area, {one.area_id for one in told if one.area_id}),
        (OrgUnit, {one.org_unit_id for one in told if one.org_unit_id}),
    ):
        held = select(table.id).where(table.id.in_(keys)).order_by(table.id)
        if keys:
            db.execute(held.with_for_update(key_share=True))


def _slices(told: Sequence[Declaration]) -> Iterator[list[Declaration]]:
    rest = iter(told)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
