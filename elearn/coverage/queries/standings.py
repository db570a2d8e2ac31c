"""How each person stands behind one figure: read for the people of its area only."""

from datetime import date

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import people
from elearn.areas import AreaVersion
from elearn.coverage.models import CoverageMap
from elearn.coverage.queries.facts import facts_of
from elearn.coverage.queries.maps import units_of
from elearn.coverage.rules.facts import Stays
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.knowledge import NOW, Knowledge
from elearn.coverage.rules.persons import Spot, standings
from elearn.coverage.rules.spells import distinct
from elearn.coverage.rules.standing import Standing
from elearn.db.arrays import columns
from elearn.db.days import day_number

#: Of an area with more units than this, everybody is read: naming them would take longer.
_MOST_UNITS = 5_000
_SLICE = 1_000


def standing_of(  # noqa: PLR0913  # A figure is named by all of these.
    db: Session,
    indicator: Indicator,
    area: AreaVersion,
    day: date,
    on: CoverageMap,
    knowledge: Knowledge = NOW,
) -> dict[int, Standing] | dict[int, int]:
    """Return how every person in post in an area on a day stood, on a map, as known then.

    Of turns and of people who came or left, return how many each person adds to the figure.
    """
    units = units_of(db, on, knowledge)
    if not (units.areas == area.area_id).any():
        return {}
    holders = who_served_in(db, indicator, units, area.area_id)
    facts = facts_of(db, indicator, knowledge, holders)
    return standings(facts, units, indicator, spot_of(indicator, area.area_id, day))


def spot_of(indicator: Indicator, area_id: int, day: date) -> Spot:
    """Return the area and the day, and since when turns count for it."""
    return Spot(area_id, day_number(indicator.since(day)), day_number(day))


def who_served_in(
    db: Session, indicator: Indicator, units: Stays, area_id: int
) -> list[int] | None:
    """Return who ever held the group in a unit that ever stood there; None: read everybody."""
    inside = distinct(units.key[(units.areas == area_id).any(axis=1)])
    if inside.size > _MOST_UNITS:
        return None
    row = people.PlannedPost if indicator.planned_for else people.Tenure
    posts = {indicator.planned_for} if indicator.planned_for else _posts(db, indicator)
    # With "" added, the index of units is taken, not that of the few posts.
    asked = select(row.person_id).where((row.post_key + "").in_(sorted(posts))).distinct()
    found = [
        columns(db, asked.where(row.org_unit_id.in_(inside[begin : begin + _SLICE].tolist())))[0]
        for begin in range(0, inside.size, _SLICE)
    ]
    holders: list[int] = distinct(np.concatenate(found)).tolist()
    return holders


def _posts(db: Session, indicator: Indicator) -> set[str]:
    """Return the posts that put into the group on any day."""
    belongs = people.PostGroup
    asked = select(belongs.post_key).where(belongs.group_key == indicator.group)
    return set(db.scalars(asked))
