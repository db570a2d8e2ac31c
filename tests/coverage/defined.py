"""What tests of definitions ask of the tables."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.coverage import IndicatorVersion, SchemeVersion


def counts(db: Session) -> tuple[int, int]:
    """Return how many versions of schemes there are, and of figures."""
    schemes, figures = (select(func.count(one.id)) for one in (SchemeVersion, IndicatorVersion))
    return db.scalars(schemes).one(), db.scalars(figures).one()
