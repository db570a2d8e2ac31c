"""The temporary database: laid out, filled, counted and thrown away."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from elearn.coverage.checking.engine import ground
from elearn.coverage.checking.engine.writing import write
from elearn.coverage.checking.rules import Fraction, Sample
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.counting import counts_of
from elearn.db import Base, Database

_FIRST_AREA = ground.COUNTRY + 1


def counted(samples: Mapping[int, Sample]) -> dict[int, Fraction]:
    """Return what the engine counts of each sample: those reached, or turns, over their base.

    Every sample has a province of its own in a database of its own, which is gone afterwards.
    """
    area_ids = {line: key for key, line in enumerate(samples, _FIRST_AREA)}
    with _temporary() as database, database.writing() as db:
        ground.lay(db, list(area_ids.values()))
        first = 1
        for line, sample in samples.items():
            first = write(db, area_ids[line], sample, first)
        return _read(db, samples, area_ids)


def _read(
    db: Session, samples: Mapping[int, Sample], area_ids: Mapping[int, int]
) -> dict[int, Fraction]:
    asked = Asked(ground.SCHEME, ground.COUNTRY, f"/{ground.COUNTRY}/", ground.DAY)
    figures = counts_of(db, asked, [ground.PERSONS], by_child=True)
    found = {}
    for line, sample in samples.items():
        if not sample.are_turns:
            n, of = figures[ground.PERSONS.key, str(area_ids[line])]
            found[line] = Fraction(Decimal(n), Decimal(of))
    return found


@contextmanager
def _temporary() -> Iterator[Database]:
    """Give an empty database with every table."""
    with TemporaryDirectory(prefix="elearn-") as folder:
        database = Database.at(f"sqlite:///{Path(folder) / 'check.sqlite3'}")
        Base.metadata.create_all(database.engine)
        yield database
        database.engine.dispose()
