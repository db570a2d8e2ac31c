"""Communes that merge and are divided after the reform, and areas thought to lie elsewhere."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.orm import Session

from elearn.areas import Area, AreaLineage, AreaVersion, Kind, Level, Passage, below
from tests.coverage.worlds.chance import FIRST_KEY, LATER, REFORM, Chance
from tests.coverage.writing import Rows

PROVINCES = (
    "Tỉnh Hưng Yên",
    "Tỉnh Thái Bình",
    "Tỉnh Quảng Ninh",
    "Tỉnh Ninh Bình",
    "Tỉnh Nam Định",
)
_DAY = timedelta(days=1)
_COPIED = ("code", "kind", "name", "full_name", "name_folded", "sort_key", "lat", "lon")


def versions_in(db: Session) -> Sequence[Row[Any]]:
    """Return how some provinces, and all in them, are known to have been at any time."""
    table = AreaVersion.__table__
    named = select(AreaVersion.path).where(AreaVersion.full_name.in_(PROVINCES))
    found = select(*table.columns).where(AreaVersion.is_current(), below([*db.scalars(named)]))
    return db.execute(found.order_by(AreaVersion.id)).all()


def leave_only_provinces(db: Session) -> None:
    """Forget all of the country that lies elsewhere, and what passed into or out of it."""
    kept = {one.area_id for one in versions_in(db)}
    kept |= {*db.scalars(select(AreaVersion.area_id).where(AreaVersion.parent_id.is_(None)))}
    passage = AreaLineage
    ends = (passage.from_area_id, passage.to_area_id)
    for column in (AreaVersion.area_id, *ends):
        db.execute(delete(column.class_).where(column.not_in(kept)))


class _Changing:
    """Rows of changes, each known from a moment of its own."""

    def __init__(self, chance: Chance) -> None:
        self.chance, self.rows, self.keys = chance, Rows(), iter(range(FIRST_KEY, FIRST_KEY + 999))
        self.superseded: dict[int, datetime] = {}

    def end(self, one: Row[Any], on: date, at: datetime) -> None:
        """Have a version known to end the day before; what was known before is superseded."""
        self.superseded[one.id] = at
        self.write(one, one.path, (one.valid_from, on - _DAY), (at, None))

    def write(
        self,
        one: Row[Any],
        path: str,
        days: tuple[date, date | None],
        known: tuple[datetime, datetime | None],
    ) -> None:
        keys = [int(key) for key in path.strip("/").split("/")]
        self.rows.add(
            AreaVersion,
            **{name: getattr(one, name) for name in _COPIED},
            area_id=keys[-1],
            parent_id=keys[-2] if len(keys) > 1 else None,
            path=path,
            resolution_id=None,
            **dict(zip(("valid_from", "valid_to"), days, strict=True)),
            **dict(zip(("recorded_at", "superseded_at"), known, strict=True)),
        )

    def pass_on(self, old: int, new: int, on: date, **told: Any) -> None:
        km = self.chance.random.choice((None, 2.5, 2.5, 7.0, 30.0))
        values = {"kind": Passage.WHOLE, "is_default": True, "distance_km": km, **told}
        self.rows.add(
            AreaLineage,
            from_area_id=old,
            to_area_id=new,
            happened_on=on,
            resolution_id=None,
            **values,
        )

    def take_in(self, one: Row[Any], into: Row[Any], on: date, at: datetime) -> None:
        """Merge a commune into another, which begins anew."""
        self.end(one, on, at)
        self.end(into, on, at)
        self.write(into, into.path, (on, None), (at, None))
        self.pass_on(one.area_id, into.area_id, on)

    def form(self, several: Sequence[Row[Any]], on: date, at: datetime) -> None:
        """Form a new commune of several."""
        key = next(self.keys)
        self.rows.add(Area, id=key, level=Level.COMMUNE)
        above = several[0].path.rsplit("/", 2)[0]
        self.write(several[0], f"{above}/{key}/", (on, None), (at, None))
        for one in several:
            self.end(one, on, at)
            self.pass_on(one.area_id, key, on)

    def divide(self, one: Row[Any], among: Sequence[Row[Any]], on: date, at: datetime) -> None:
        """Divide a commune among others, which go on as they are; the first is its likely heir."""
        self.end(one, on, at)
        for number, heir in enumerate(among):
            told = {"kind": Passage.SPLIT, "is_default": number == 0}
            self.pass_on(one.area_id, heir.area_id, on, **told)

    def mistake(self, one: Row[Any], elsewhere: Row[Any]) -> None:
        """Have an area be thought, for some time, to lie in another province."""
        first = self.chance.told(date(2019, 6, 1))
        path = f"{elsewhere.path.rsplit('/', 2)[0]}/{one.area_id}/"
        days = (max(one.valid_from, date.min), one.valid_to)
        self.superseded[one.id] = first
        last = self.chance.later(first)
        self.write(one, path, days, (first, last))
        self.write(one, one.path, days, (last, None))


def changed_areas(db: Session, chance: Chance) -> Rows:
    """Return the rows of some changes; what they supersede is marked at once."""
    changing = _Changing(chance)
    versions = versions_in(db)
    now = [one for one in versions if one.valid_to is None and one.kind is Kind.COMMUNE]
    now = [one for one in now if one.valid_from <= REFORM]
    some = iter(chance.random.sample(now, 40))
    for on in LATER:
        for at in (chance.told(on), chance.told(on)):
            changing.take_in(next(some), next(some), on, at)
            changing.form([next(some), next(some)], on, at)
            changing.divide(next(some), [next(some), next(some)], on, at)
    before = [one for one in versions if one.valid_to and one.kind is Kind.COMMUNE]
    for one in chance.random.sample(before, 12):
        changing.mistake(one, chance.random.choice(before))
    for key, at in changing.superseded.items():
        db.execute(update(AreaVersion).where(AreaVersion.id == key).values(superseded_at=at))
    return changing.rows
