"""Processes that issue certificates, to be killed: forked from one that has imported all of it."""

import multiprocessing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

from elearn import certificates, classes, clock
from elearn.access import OPERATOR
from elearn.db import Database
from elearn.errors import Conflict
from tests.make import certificates as make

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__])


@dataclass(frozen=True)
class Clerk:
    """A process that issues to one class after another, each in a transaction of its own."""

    process: ForkServerProcess
    line: Connection

    @classmethod
    def at_work(cls, address: str, codes: list[str], *, holding: str = "") -> "Clerk":
        """Start it; at the class it holds, it waits, numbers in its hand, for whoever kills it."""
        near, far = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_issue, args=(address, codes, far, holding))
        process.start()
        far.close()
        return cls(process, near)

    def told(self) -> str:
        """Return what it says next: the class it has numbered and not committed, or how it ended.

        :raise EOFError: if it was killed.
        """
        word: str = self.line.recv()
        return word

    def kill(self) -> None:
        self.process.kill()
        self.wait()

    def wait(self) -> None:
        self.process.join()
        self.line.close()


def _issue(address: str, codes: list[str], line: Connection, holding: str) -> None:
    database = Database.at(address)
    try:
        for code in codes:
            with database.writing() as db:
                order = make.order(db, classes.class_by_code(db, code))
                certificates.issue(db, OPERATOR, order, now=clock.now())
                line.send(code)
                if code == holding:
                    line.recv()
    except Conflict:
        line.send("refused")
    finally:
        line.send("done")
        database.engine.dispose()
