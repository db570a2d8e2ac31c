"""The gazetteer of what stands in the database."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas
from elearn.areas import Area, AreaVersion
from elearn.people.roster.rules.gazetteer import Called, Gazetteer, spots_of

V = AreaVersion


def gazetteer_of(db: Session, day: date, home_id: int | None = None) -> Gazetteer:
    """Return every name areas bear or bore, with what they are on the day; about five queries.

    `home_id`: the area in which a name is looked for before the rest of the country.
    """
    rows = (
        select(V.area_id, Area.level, V.kind, V.name, V.full_name, V.path, V.valid_from, V.valid_to)
        .join(Area, Area.id == V.area_id)
        .where(V.is_current())
    )
    called = [Called(*row) for row in db.execute(rows)]
    found = areas.present_of(db, {row.area_id for row in called}, day)
    presents = {key: [(one.area_id, one.path) for one in some] for key, some in found.items()}
    home = found[home_id][0].path if home_id in found else ""
    return Gazetteer(spots_of(called, presents), home)
