"""All that is known of people, units and declared numbers, line by line, by what names it.

Two installations, or one at two times, that know the same write the same: no keys of ours, no
batches, no audit. Of people a few thousand are held at a time, however many there are.
"""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from elearn import areas
from elearn.people.roster.queries.dumping.grounds import ground_of
from elearn.people.roster.queries.dumping.headcounts import headcount_lines
from elearn.people.roster.queries.dumping.people import people_lines
from elearn.people.roster.queries.dumping.units import unit_lines

__all__ = ["dumped"]


def dumped(db: Session, area: areas.AreaVersion | None = None) -> Iterator[str]:
    """Give the lines, each a JSON object: units, people, numbers; of an area, or all there are."""
    ground = ground_of(db, area)
    yield from unit_lines(db, ground)
    yield from people_lines(db, ground)
    yield from headcount_lines(db, ground)
