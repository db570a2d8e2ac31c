"""The ground a change falls on: what stands on its day, and who bears its codes on others."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from elearn.areas.models import Area, AreaChange, AreaVersion
from elearn.areas.rules import Ground, Level, Standing
from elearn.errors import NotFound
from elearn.text import msg

V = AreaVersion
_AT_ONCE = 10_000


def ground_of(db: Session, day: date, codes: Iterable[str]) -> Ground:
    """Return all areas of the day, and who bore or will bear the codes; three queries, and few."""
    found = (
        select(
            V.area_id,
            Area.level,
            V.code,
            V.kind,
            V.name,
            V.parent_id,
            V.path,
            V.valid_from,
            V.valid_to,
        )
        .join(Area, Area.id == V.area_id)
        .where(V.valid_on(day), V.is_current())
    )
    standing = [Standing(*row) for row in db.execute(found)]
    wanted = set(codes)
    former = _bearers(db, V.valid_from < day, wanted)
    return Ground.of(day, standing, former, _bearers(db, V.valid_from > day, wanted))


def _bearers(
    db: Session, when: ColumnElement[bool], codes: Iterable[str]
) -> dict[tuple[Level, str], str]:
    borne: dict[tuple[Level, str], str] = {}
    wanted = iter(codes)
    while some := list(islice(wanted, _AT_ONCE)):
        found = select(Area.level, V.code, V.full_name).join(Area, Area.id == V.area_id)
        found = found.where(V.code.in_(some), when, V.is_current())
        for level, code, name in db.execute(found.order_by(V.valid_from)):
            borne[level, code] = name
    return borne


def changes(db: Session) -> Sequence[AreaChange]:
    """Return the files of changes, those that wait first, then the latest applied."""
    order = (AreaChange.applied_at.is_not(None), AreaChange.received_at.desc())
    return db.scalars(select(AreaChange).order_by(*order).limit(200)).all()


def change_by_id(db: Session, change_id: int) -> AreaChange:
    """Return a file of changes.

    :raise NotFound: if there is none with this key.
    """
    change = db.get(AreaChange, change_id)
    if change is None:
        raise NotFound(msg("Không có tệp thay đổi này."))
    return change
