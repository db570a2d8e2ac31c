"""Writing a change into the tables: what was known is superseded, never overwritten."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert, inspect, select, update
from sqlalchemy.orm import Session

from elearn.areas.models import Area, AreaLineage, AreaResolution, AreaVersion, Passage
from elearn.areas.rules import Altered, Begun, Draft, Kind, Level, Ref, full_name
from elearn.text import fold, sort_key

V = AreaVersion
_AT_ONCE = 5_000
_KEPT = {"render_nulls": True}


def rewrite(db: Session, drafted: Draft, resolution: AreaResolution, *, now: datetime) -> None:
    """Write what the draft says, from the day of the resolution on."""
    day = resolution.effective_on
    places = _Places(db, drafted, day)
    held = _supersede(db, drafted.touched, now)
    rows = [_ended(version, day, now) for version in held.values()]
    stamp = _stamp(day, None, now) | {"resolution_id": resolution.id}
    for item in _downward(drafted):
        before = held[item.before.area_id] if isinstance(item, Altered) else None
        place = {"lat": before.lat, "lon": before.lon} if before else {"lat": None, "lon": None}
        rows.append(_named(item.name, item.kind) | places.of(item) | place | stamp)
    _insert(db, V, rows)
    passed = [
        {
            "from_area_id": step.old,
            "to_area_id": places.key(step.new),
            "happened_on": day,
            "kind": Passage.WHOLE if step.is_whole else Passage.SPLIT,
            "is_default": step.is_default,
            "distance_km": None,
            "resolution_id": resolution.id,
        }
        for step in drafted.passings
    ]
    _insert(db, AreaLineage, passed)
    for version in held.values():
        db.expire(version)


def _downward(drafted: Draft) -> list[Begun | Altered]:
    """Return what begins and what goes on otherwise, higher levels first."""
    return sorted([*drafted.begun.values(), *drafted.altered.values()], key=_rank)


def _level(item: Begun | Altered) -> Level:
    return item.ref[0] if isinstance(item, Begun) else item.before.level


def _rank(item: Begun | Altered) -> int:
    return list(Level).index(_level(item))


class _Places:
    """The keys and paths of the areas of a draft, as they will be."""

    def __init__(self, db: Session, drafted: Draft, day: date) -> None:
        self.keys: dict[tuple[Level, str], int] = dict(_make(db, drafted))
        kept = {item.parent for item in _downward(drafted) if isinstance(item.parent, int)}
        standing = select(V.area_id, V.path).where(V.area_id.in_(kept), V.valid_on(day))
        self.paths: dict[int, str] = dict(db.execute(standing.where(V.is_current())).all())

    def key(self, ref: Ref) -> int:
        return ref if isinstance(ref, int) else self.keys[ref]

    def of(self, item: Begun | Altered) -> dict[str, Any]:
        """Return the key, code, parent and path of an item whose parent was asked for before."""
        area_id = self.key(item.ref) if isinstance(item, Begun) else item.before.area_id
        parent_id = None if item.parent is None else self.key(item.parent)
        above = "/" if parent_id is None else self.paths[parent_id]
        self.paths[area_id] = f"{above}{area_id}/"
        code = item.ref[1] if isinstance(item, Begun) else item.code
        return {
            "area_id": area_id,
            "code": code,
            "parent_id": parent_id,
            "path": self.paths[area_id],
        }


def _make(db: Session, drafted: Draft) -> Iterator[tuple[tuple[Level, str], int]]:
    refs = sorted(drafted.begun)
    for some in _slices(refs):
        made = insert(Area).returning(Area.id, sort_by_parameter_order=True)
        keys = db.scalars(made, [{"level": level} for level, _ in some])
        yield from zip(some, keys, strict=True)


def _supersede(db: Session, area_ids: Sequence[int], now: datetime) -> dict[int, AreaVersion]:
    """Return the versions that are known of the areas without an end, known no more."""
    held: dict[int, AreaVersion] = {}
    for some in _slices(area_ids):
        open_ended = (V.area_id.in_(some), V.valid_to.is_(None), V.is_current())
        held |= {version.area_id: version for version in db.scalars(select(V).where(*open_ended))}
        db.execute(
            update(V).where(*open_ended).values(superseded_at=now),
            execution_options={"synchronize_session": False},
        )
    return held


def _ended(version: AreaVersion, day: date, now: datetime) -> dict[str, Any]:
    """Return the version as it is known from now on: with its last day."""
    columns = inspect(AreaVersion).column_attrs.keys()
    held = {name: getattr(version, name) for name in columns if name != "id"}
    return held | _stamp(version.valid_from, day - timedelta(days=1), now)


def _stamp(valid_from: date, valid_to: date | None, now: datetime) -> dict[str, Any]:
    return {
        "valid_from": valid_from,
        "valid_to": valid_to,
        "recorded_at": now,
        "superseded_at": None,
    }


def _named(name: str, kind: Kind) -> dict[str, Any]:
    return {
        "name": name,
        "kind": kind,
        "full_name": full_name(name, kind),
        "name_folded": fold(name),
        "sort_key": sort_key(name),
    }


def _insert(db: Session, table: type[Any], rows: Sequence[dict[str, Any]]) -> None:
    for some in _slices(rows):
        db.execute(insert(table), some, execution_options=_KEPT)


def _slices(items: Iterable[Any]) -> Iterator[list[Any]]:
    left = iter(items)
    while some := list(islice(left, _AT_ONCE)):
        yield some
