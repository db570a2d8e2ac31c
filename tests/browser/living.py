"""A running server for the browser: gunicorn on its own home, loaded with what pages need."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from elearn import clock
from elearn.app import create_app
from elearn.cli import Installation
from tests import bases

ROOT = Path(__file__).resolve().parents[2]
SECRET = "a secret of the browser tests"


@dataclass(frozen=True, slots=True)
class Live:
    """A server that answers at an address, and the installation behind it."""

    address: str
    here: Installation

    def cookie_of(self, account: object) -> dict[str, Any]:
        """Return the cookie of a new sign-in session of this account."""
        accounts = import_module("elearn.accounts")
        with self.here.database.writing() as db:
            token = accounts.open_session(db, account, now=clock.now())
        app = create_app(self.here.settings, database=self.here.database)
        signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
        value = signer.dumps({"_user_id": token, "_fresh": True})
        return {"name": "session", "value": value, "url": self.address}


@contextmanager
def installation_at(home: Path) -> Iterator[Installation]:
    """Give an installation with its own SQLite file, which every run begins anew."""
    settings = replace(bases.settings_at(home), secret_key=SECRET)
    with bases.filled(settings.database_url):
        here = Installation.of(settings)
        yield here
        here.database.engine.dispose()


@contextmanager
def serving(here: Installation) -> Iterator[Live]:
    """Run gunicorn on a socket that is open already: who asks early waits, nobody polls."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        process = _gunicorn(here, listener)
        try:
            yield Live(f"http://127.0.0.1:{listener.getsockname()[1]}", here)
        finally:
            process.terminate()
            process.wait(10)


def _gunicorn(here: Installation, listener: socket.socket) -> "subprocess.Popen[bytes]":
    environment = {name: value for name, value in os.environ.items() if "ELEARN" not in name}
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "wsgi:application", "--log-level", "warning"),
            *("--bind", f"fd://{listener.fileno()}", "--worker-class", "gthread"),
            *("--workers", "1", "--threads", "4"),
        ],
        cwd=ROOT,
        env=environment | {"ELEARN_HOME": str(here.settings.home), "ELEARN_SECRET_KEY": SECRET},
        pass_fds=[listener.fileno()],
    )
