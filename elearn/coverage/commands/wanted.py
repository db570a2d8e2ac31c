"""What `--scheme`, `--as-of`, `--area` and `--borders` together ask for."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from elearn import clock
from elearn.access import OPERATOR
from elearn.areas import AreaVersion
from elearn.cli.days import Day
from elearn.coverage import queries
from elearn.coverage.rules import Borders, Geography, Scheme, geography_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """A scheme in an area on a day, and the borders by which areas are taken."""

    scheme: Scheme
    area: AreaVersion
    day: date
    geography: Geography


def wanted(db: Session, key: str, day: date | None, place: str, borders: str) -> Wanted:
    """Return what is asked; without a day, of today.

    :raise NotFound: if there is no such scheme or area.
    :raise InvalidInput: if one cannot ask of that day, or for borders of that day.
    """
    today = clock.today()
    as_of = day or today
    geography = _geography(borders, as_of, today)
    scheme = queries.scheme_by_key(queries.schemes_known(db), key)
    queries.check_day(scheme, as_of, today)
    queries.check_borders(geography, today)
    sight = queries.sight_of(db, OPERATOR, geography.day)
    return Wanted(scheme, queries.area_asked(db, sight, scheme, place), as_of, geography)


def _geography(borders: str, as_of: date, today: date) -> Geography:
    if borders in (Borders.AS_IT_WAS, Borders.TODAY):
        return geography_of(Borders(borders), as_of, today, None)
    chosen = Day().convert(borders, None, None)
    written = chosen if isinstance(chosen, date) else None
    return geography_of(Borders.ON_DAY, as_of, today, written)
