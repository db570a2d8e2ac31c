"""A running server: gunicorn on a home and a database of its own, loaded with what pages need."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from flask import Flask

from elearn import accounts, clock
from elearn.cli import Installation
from elearn.cli.serve import WORKER
from tests import bases, own

ROOT = Path(__file__).resolve().parents[2]
SECRET = "a secret of the browser tests"


@dataclass(frozen=True, slots=True)
class Live:
    """A server that answers at an address, and the installation behind it."""

    address: str
    here: Installation
    process: "subprocess.Popen[bytes]"

    def cookie_of(self, account: accounts.Account) -> dict[str, Any]:
        """Return the cookie of a new sign-in session of this account."""
        with self.here.database.writing() as db:
            token = accounts.open_session(db, account, now=clock.now())
        app = Flask("signer")
        app.secret_key = self.here.settings.secret_key
        signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
        value = signer.dumps({"_user_id": token, "_fresh": True})
        return {"name": "session", "value": value, "url": self.address}


@contextmanager
def installation_at(home: Path) -> Iterator[Installation]:
    """Give an installation with a database of its own, of the kind under test."""
    with own.address(home) as address, bases.filled(address):
        settings = replace(bases.settings_at(home), database_url=address, secret_key=SECRET)
        here = Installation.of(settings)
        yield here
        here.database.engine.dispose()


@contextmanager
def serving(here: Installation, *, workers: int = 1) -> Iterator[Live]:
    """Run gunicorn on a socket that is open already: who asks early waits, nobody polls.

    It is the head of a process group, so that a test may kill all of it at once.
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:  # Theirs alone once they have it.
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        here = replace(here, settings=replace(here.settings, public_url=address))
        process = _gunicorn(here, listener, workers)
    try:
        yield Live(address, here, process)
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Let the server finish what it has begun; what outlives its own grace of 30 s is killed."""
    process.terminate()
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def environment_of(here: Installation) -> dict[str, str]:
    """Return the environment of a process that shall work on the installation."""
    foreign = {name: value for name, value in os.environ.items() if "ELEARN" not in name}
    return foreign | {
        "ELEARN_HOME": str(here.settings.home),
        "ELEARN_DATABASE_URL": here.settings.database_url,
        "ELEARN_SECRET_KEY": here.settings.secret_key,
        "ELEARN_PUBLIC_URL": here.settings.public_url,
    }


def _gunicorn(
    here: Installation, listener: socket.socket, workers: int
) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "wsgi:application", "--log-level", "warning"),
            *("--bind", f"fd://{listener.fileno()}", "--worker-class", WORKER),
            *("--workers", str(workers), "--threads", "4", "--preload", "--no-control-socket"),
        ],
        cwd=ROOT,
        env=environment_of(here),
        start_new_session=True,
        pass_fds=[listener.fileno()],
    )
