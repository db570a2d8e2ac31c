"""The installation that the roster bench sends its sheets to: a country, and its steps."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text

from elearn import areas, clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.config import Settings
from elearn.db import Database
from elearn.home.demo.country import Country, make_country
from elearn.home.setup.base import load_base
from elearn.migrations import tables
from elearn.people.roster import RosterBatch, RosterRow, service
from elearn.people.roster.jobs import run_step
from elearn.people.roster.rules.layout import layouts_from
from scripts.benchmarks import _roster_sheet

SEED = _roster_sheet.SEED


@dataclass(frozen=True, slots=True)
class Preview:
    """A batch that was compared: how many rows of each status, and how long its parts took."""

    batch_id: int
    counts: dict[str, int]
    seconds: dict[str, float]


def make(url: str, people: int) -> None:
    """Make a country of so many people, who completed nothing: nobody asks here."""
    database = Database.at(url)
    tables.METADATA.drop_all(database.engine)
    tables.METADATA.create_all(database.engine)
    with database.writing() as db:
        list(load_base(db, now=clock.now()))
    with database.writing() as db:
        for message in make_country(db, Country(people, SEED), now=clock.now()):
            print(message, flush=True)
    if database.engine.dialect.name == "postgresql":
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as one:
            one.execute(text("VACUUM ANALYZE"))
    database.engine.dispose()  # SQLite: the last to leave brings everything into the one file.


@contextmanager
def _here(url: str, folder: str) -> Iterator[Installation]:
    home = Path(folder) / "home"
    settings = Settings(
        home=home,
        database_url=url,
        storage_url=f"file://{home}/files",
        secret_key="roster",  # noqa: S106  # Nobody else comes to this site.
    )
    here = Installation.of(settings)
    yield here
    here.database.engine.dispose()


def sheet_at(folder: Path, rows: int) -> Path:
    return folder / f"danh-sach-{rows}.xlsx"


def write_sheet(url: str, folder: str, rows: int, of: int = 12) -> int:
    """Write the sheet, and return how many rows it has."""
    with _here(url, folder) as here, here.database.writing() as db:  # Its cursor wants one.
        path = sheet_at(Path(folder), rows)
        return _roster_sheet.write(db, path, rows, day=clock.today(), of=of)


def preview(url: str, folder: str, rows: int) -> Preview:
    """Send the sheet and have it read, understood and compared."""
    seconds: dict[str, float] = {}
    with _here(url, folder) as here:
        with _timed(seconds, "received"), here.database.writing() as db:
            path, country = (
                sheet_at(Path(folder), rows),
                areas.area_meant(db, "VN", day=clock.today()),
            )
            sent = service.Sent(path, path.name, country)
            key = service.receive(db, here.store, OPERATOR, sent, now=clock.now()).id
        with _timed(seconds, "read"):
            _step(here, key)
        with here.database.writing() as db:
            batch = db.get_one(RosterBatch, key)
            told = service.Columns(layouts_from(batch.layout["layouts"]))
            service.confirm_columns(db, OPERATOR, batch, told, now=clock.now())
        with _timed(seconds, "compared"):
            _step(here, key)
        return Preview(key, counts(here, key), seconds)


def commit(url: str, folder: str, batch_id: int) -> dict[str, int]:
    """Write what is sure."""
    with _here(url, folder) as here:
        with here.database.writing() as db:
            service.commit_batch(db, OPERATOR, db.get_one(RosterBatch, batch_id), now=clock.now())
        _step(here, batch_id)
        return counts(here, batch_id)


def _step(here: Installation, key: int) -> None:
    run_step(here.database, here.store, here.settings, key)


def counts(here: Installation, batch_id: int) -> dict[str, int]:
    """Return how many rows of each status a batch has."""
    found = select(RosterRow.status, func.count()).where(RosterRow.batch_id == batch_id)
    with here.database.reading() as db:
        return {
            status.value: count for status, count in db.execute(found.group_by(RosterRow.status))
        }


@contextmanager
def _timed(seconds: dict[str, float], name: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    seconds[name] = round(time.perf_counter() - begun, 2)
