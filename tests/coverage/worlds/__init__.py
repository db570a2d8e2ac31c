"""Random worlds for the oracle, written into the database in bulk.

People move, overlap, are entered twice, joined and parted; tenures are put right later; completions
come late or are taken back; units move and end; communes merge and are divided, some before anybody
knew. Everything has its moment of knowing.
"""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.coverage.worlds.chance import Chance
from tests.coverage.worlds.changes import changed_areas, leave_only_provinces
from tests.coverage.worlds.grounds import Grounds, standing_units
from tests.coverage.worlds.lessons import Lessons, lessons
from tests.coverage.worlds.papers import papers
from tests.coverage.worlds.persons import entries, held, planned
from tests.coverage.worlds.studies import programmes, studied
from tests.coverage.writing import Rows

__all__ = ["Chance", "Size", "invent"]


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything."""

    persons: int = 400
    units: int = 120
    lessons: int = 30
    #: Whether there is more of the country than the provinces in which the world plays.
    is_whole: bool = False


def invent(db: Session, seed: int, size: Size) -> None:
    """Write a world on real areas and posts into the database."""
    chance, rows = Chance(seed), Rows()
    if not size.is_whole:
        leave_only_provinces(db)
    rows.extend(changed_areas(db, chance))
    rows.write(db)
    grounds = Grounds.of(db, chance)
    persons = entries(chance, size.persons, rows)
    units = standing_units(chance, grounds, size.units, rows)
    held(chance, persons, units, rows)
    planned(chance, persons, units, rows)
    versions = programmes(db)
    studied(chance, persons, versions, rows)
    turns = lessons(db, Lessons(chance, persons, grounds, rows), versions, size.lessons)
    papers(chance, turns, rows)
    rows.write(db)
    for table in rows.written:
        db.execute(text(f"ANALYZE {table}"))  # What a vacuum does after a commit never comes here.
