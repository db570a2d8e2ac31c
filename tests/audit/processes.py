"""Processes that write entries and seal them, to be killed: forked from one that has all of it."""

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from sqlalchemy.exc import OperationalError

from elearn import audit, clock
from elearn.access import Actor
from elearn.audit import jobs
from elearn.config import Settings
from elearn.db import Database
from tests import bases

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__])


@dataclass(frozen=True)
class Hand:
    """A process at work; it may be waited for, or killed while it holds what is not committed."""

    process: ForkServerProcess
    line: Connection

    @classmethod
    def writing(cls, address: str, count: int, *, person_id: int = 7, hold: bool = False) -> "Hand":
        """Have it write entries, each in its own transaction; at the end it may hold one more."""
        return cls._at_work(_write, address, count, person_id, hold)

    @classmethod
    def sealing(cls, address: str, home: Path, *, hold: bool = False) -> "Hand":
        """Have it seal until it is told to stop, or seal one batch and hold it."""
        return cls._at_work(_hold_a_seal if hold else _seal, address, home)

    @classmethod
    def _at_work(cls, work: Callable[..., None], *facts: Any) -> "Hand":
        near, far = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=work, args=(*facts, far))
        process.start()
        far.close()
        return cls(process, near)

    def told(self) -> str:
        """Return what it says next.

        :raise EOFError: if it has died.
        """
        word: str = self.line.recv()
        return word

    def kill(self) -> None:
        self.process.kill()
        self.wait()

    def stop(self) -> None:
        self.line.send("stop")
        self.wait()

    def wait(self) -> None:
        self.process.join()
        self.line.close()


def _write(address: str, count: int, person_id: int, hold: bool, line: Connection) -> None:
    database, actor = Database.at(address), Actor(person_id, origin="203.0.113.0/24")
    for number in range(count):
        while not _written(database, actor, number):
            pass  # SQLite refuses whoever has waited for half a minute; people press again, too.
    while hold:  # Until it is killed.
        with suppress(OperationalError), database.writing() as db:
            _record(db, actor, count)
            line.send("holding")
            line.recv()
    line.send("done")
    database.engine.dispose()


def _written(database: Database, actor: Actor, number: int) -> bool:
    try:
        with database.writing() as db:
            _record(db, actor, number)
    except OperationalError:
        return False
    return True


def _record(db: Any, actor: Actor, number: int) -> None:
    values = {"name": f"Lò Thị Pết {number}"}
    audit.record(db, actor, "look", "person", number + 1, now=clock.now(), personal=values)


def _seal(address: str, home: Path, line: Connection) -> None:
    database = Database.at(address)
    settings: Settings = bases.settings_at(home)
    while not line.poll(0.05):
        with suppress(OperationalError):  # As the worker does: it tries again.
            jobs.keep_sealed(settings, database)
    database.engine.dispose()


def _hold_a_seal(address: str, _home: Path, line: Connection) -> None:
    database, told = Database.at(address), ""
    while not told:
        with suppress(OperationalError), database.writing() as db:
            audit.seal(db, now=clock.now())
            line.send("holding")
            told = line.recv()
    database.engine.dispose()
