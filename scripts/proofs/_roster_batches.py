"""Batches of a proof: sent, compared, written and taken back, by processes that may be killed."""

import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

from sqlalchemy import func, select

from elearn import areas, clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.config import Settings
from elearn.people.roster import RosterBatch, RosterChange, RosterRow, export, service
from elearn.people.roster.jobs import run_step
from elearn.people.roster.models import BatchState
from elearn.people.roster.queries.dumping import dumped
from elearn.people.roster.rules.layout import layouts_from
from tests.survival.processes import wait_until


@dataclass(frozen=True, slots=True)
class Site:
    """Where a proof works: a database, and a folder for files."""

    url: str
    folder: Path

    def here(self) -> Installation:
        home = self.folder / "home"
        secret = "a proof"  # noqa: S105  # Nobody else comes to this site.
        return Installation.of(Settings(home, self.url, f"file://{home}/files", secret))


def dump(here: Installation) -> list[str]:
    """Return everything about people as lines without keys."""
    with here.database.reading() as db:
        return list(dumped(db))


def write_export(here: Installation, path: Path) -> int:
    """Write the whole roster into a file, and return how many rows it has."""
    day = clock.today()
    with here.database.reading() as db:
        found = export.roster(db, OPERATOR, areas.area_meant(db, "VN", day=day), day)
        with path.open("wb") as file:
            export.write_roster(found, file)
        return found.count


def compared(here: Installation, path: Path) -> int:
    """Send a file and have it compared; return the key of its batch."""
    with here.database.writing() as db:
        sent = service.Sent(path, path.name, areas.area_meant(db, "VN", day=clock.today()))
        key = service.receive(db, here.store, OPERATOR, sent, now=clock.now()).id
    step(here, key)
    with here.database.writing() as db:
        batch = db.get_one(RosterBatch, key)
        told = service.Columns(layouts_from(batch.layout["layouts"]))
        service.confirm_columns(db, OPERATOR, batch, told, now=clock.now())
    step(here, key)
    return key


def step(here: Installation, key: int) -> None:
    run_step(here.database, here.store, here.settings, key)


def counts(here: Installation, key: int) -> dict[str, int]:
    """Return how many rows of each status a batch has."""
    row = RosterRow
    found = select(row.status, func.count()).where(row.batch_id == key).group_by(row.status)
    with here.database.reading() as db:
        return {status.value: count for status, count in db.execute(found)}


def begin(here: Installation, key: int, act: Callable[..., None]) -> None:
    """Ask for a batch to be written or taken back."""
    with here.database.writing() as db:
        act(db, OPERATOR, db.get_one(RosterBatch, key), now=clock.now())


def finish(site: Site, key: int, *, kills: int) -> int:
    """Do what a batch waits for; return how many processes were killed on the way."""
    killed = sum(_killed_on_its_way(site, key, number) for number in range(kills))
    last = _at_work(site, key)
    last.join()
    return killed


def _killed_on_its_way(site: Site, key: int, number: int) -> bool:
    """Kill a process as soon as it has written something; return whether it was not done before."""
    doomed, before = _at_work(site, key), _done(site, key)
    wait_until(lambda: _done(site, key) > before or not doomed.is_alive(), f"kill {number}")
    is_on_its_way = doomed.is_alive()
    doomed.kill()
    doomed.join()
    return is_on_its_way


def _at_work(site: Site, key: int) -> BaseProcess:
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(site, key))
    process.start()
    return process


def _work(site: Site, key: int) -> None:
    here = site.here()
    step(here, key)
    here.database.engine.dispose()


def _done(site: Site, key: int) -> int:
    """Return how many changes of a batch are written, or taken back: what grows as it is done."""
    here = site.here()
    change = RosterChange
    written = select(func.count()).select_from(change).where(change.batch_id == key)
    with here.database.reading() as db:
        is_undone = db.get_one(RosterBatch, key).state is BatchState.UNDOING
        asked = written.where(change.undone_at.is_not(None)) if is_undone else written
        count = db.scalar(asked) or 0
    here.database.engine.dispose()
    return count
