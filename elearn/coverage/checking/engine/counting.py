"""The temporary database: laid out, filled, counted by the engine, and thrown away."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from elearn.coverage.checking.engine import ground
from elearn.coverage.checking.engine.writing import write
from elearn.coverage.checking.rules import Fraction, Sample
from elearn.coverage.jobs import rebuild
from elearn.coverage.queries import figures_of, schemes_known
from elearn.coverage.queries.asked import Asked
from elearn.coverage.service import load_definitions
from elearn.db import Base, Database

_FIRST_AREA = ground.COUNTRY + 1


def counted(samples: Mapping[int, Sample]) -> dict[int, Fraction]:
    """Return what the engine counts of each sample: those reached, or turns, over their base.

    Every sample has a province of its own in a database of its own, which is gone afterwards.
    """
    if not samples:
        return {}
    with _temporary() as database:
        _fill(database, list(samples.values()))
        for _ in rebuild(database):
            pass
        found = _read(database, list(samples.values()))
    return dict(zip(samples, found, strict=True))


def _fill(database: Database, samples: Sequence[Sample]) -> None:
    with database.writing() as db:
        ground.lay(db, [key for key, _ in enumerate(samples, _FIRST_AREA)])
        load_definitions(db, [ground.SCHEME], now=ground.KNOWN)
        first = 1
        for key, sample in enumerate(samples, _FIRST_AREA):
            first = write(db, key, sample, first)


def _read(database: Database, samples: Sequence[Sample]) -> list[Fraction]:
    area_ids = [key for key, _ in enumerate(samples, _FIRST_AREA)]
    with database.reading() as db:
        (scheme,) = schemes_known(db)
        asked = Asked(scheme, ground.COUNTRY, ground.path_of(ground.COUNTRY), ground.DAY)
        figures = figures_of(db, asked, scheme.indicators, area_ids)
    found = []
    for key, sample in zip(area_ids, samples, strict=True):
        measured = ground.TURNS if sample.are_turns else ground.PERSONS
        figure = figures[measured.key, key]
        of = figure.in_post if sample.target is None else sample.target
        found.append(Fraction(Decimal(figure.reached), Decimal(of)))
    return found


@contextmanager
def _temporary() -> Iterator[Database]:
    """Give an empty database with every table."""
    with TemporaryDirectory(prefix="elearn-") as folder:
        database = Database.at(f"sqlite:///{Path(folder) / 'check.sqlite3'}")
        Base.metadata.create_all(database.engine)
        yield database
        database.engine.dispose()
