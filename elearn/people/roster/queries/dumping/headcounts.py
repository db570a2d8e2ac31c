"""Declared numbers, as they hold now."""

from collections.abc import Iterator

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from elearn.people.models import Headcount
from elearn.people.roster.queries.dumping.grounds import Ground, line


def headcount_lines(db: Session, ground: Ground) -> Iterator[str]:
    """Give a line for each number that was declared and holds now."""
    row = Headcount
    asked = select(row).where(row.is_current())
    if ground.asked_units is not None and ground.asked_areas is not None:
        mine = row.org_unit_id.in_(ground.asked_units), row.area_id.in_(ground.asked_areas)
        asked = asked.where(or_(*mine))
    yield from sorted(_line(one, ground) for one in db.scalars(asked))


def _line(one: Headcount, ground: Ground) -> str:
    told = {
        "unit": ground.units.get(one.org_unit_id or 0),
        "area": ground.areas.get(one.area_id or 0),
        "group": one.group_key,
        "day": one.as_of,
        "source": one.source,
    }
    reported = {"not_reported": True} if one.number is None else {"number": one.number}
    return line("headcount", told | reported)
