"""The gazetteer of what stands in the database."""

from collections import OrderedDict
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import areas
from elearn.areas import Area, AreaLineage, AreaVersion
from elearn.people.roster.rules.gazetteer import Called, Gazetteer, Names, spots_of

V = AreaVersion
#: Names as they were read last, by the database, the day and what stood there; a second to make.
_KEPT: OrderedDict[tuple[Any, ...], Names] = OrderedDict()
_MOST_KEPT = 2


def gazetteer_of(db: Session, day: date, home_id: int | None = None) -> Gazetteer:
    """Return every name areas bear or bore, with what they are on the day.

    Two queries where areas have not changed since they were read last, else eight. `home_id`: the
    area in which a name is looked for before the rest of the country.
    """
    home = areas.present_of(db, [home_id], day).get(home_id) if home_id else None
    return Gazetteer(_names(db, day), home[0].path if home else "")


def _names(db: Session, day: date) -> Names:
    stand = db.execute(
        select(
            func.count(),
            func.max(V.id),
            func.max(V.recorded_at),
            func.max(V.superseded_at),
            select(func.count()).select_from(AreaLineage).scalar_subquery(),
        )
    ).one()
    key = (str(db.get_bind().engine.url), day, *stand)
    if key not in _KEPT:
        _KEPT[key] = _read(db, day)
    _KEPT.move_to_end(key)
    while len(_KEPT) > _MOST_KEPT:
        _KEPT.popitem(last=False)
    return _KEPT[key]


def _read(db: Session, day: date) -> Names:
    rows = (
        select(V.area_id, Area.level, V.kind, V.name, V.full_name, V.path, V.valid_from, V.valid_to)
        .join(Area, Area.id == V.area_id)
        .where(V.is_current())
    )
    called = [Called(*row) for row in db.execute(rows)]
    found = areas.present_of(db, {row.area_id for row in called}, day)
    presents = {key: [(one.area_id, one.path) for one in some] for key, some in found.items()}
    return Names(spots_of(called, presents))
