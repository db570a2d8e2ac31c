"""What the media tests share: small films made once a run, and who sends files."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from elearn.access import Role
from elearn.accounts import Account
from elearn.cli.serve import WORKER
from elearn.storage import Directory
from tests.make import accounts
from tests.media import films, plain_site, webserver
from tests.media.tus import Speaker


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> films.Studio:
    """Makes each small film once a run."""
    return films.Studio(tmp_path_factory.mktemp("films"))


@pytest.fixture(scope="session")
def lesson(studio: films.Studio) -> Path:
    """Nine seconds of moving picture and a tone, 640 × 480, 30 pictures a second."""
    return studio.film("lesson.mp4", seconds=9, size="640x480", rate=30)


@pytest.fixture
def sender(db: Session, sign_in: Callable[[Account], None]) -> Account:
    """An instructor, signed in, who sends files."""
    account = accounts.account(db)
    accounts.role_grant(db, account, Role.INSTRUCTOR)
    db.commit()
    sign_in(account)
    return account


@pytest.fixture
def her(client: FlaskClient, sender: Account) -> Speaker:
    """The client by which she speaks tus."""
    return Speaker(client)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Directory, str]:
    """A store with a film in it, and the name of its bytes."""
    folder = tmp_path_factory.mktemp("plain")
    film = folder / "film.mp4"
    film.write_bytes(plain_site.CONTENT)
    store = Directory(folder / "files")
    return store, store.keep(film).sha256


@pytest.fixture(scope="session")
def server(kept: tuple[Directory, str]) -> Iterator[tuple[str, int]]:
    """The host and port of a gunicorn with one worker, and one thread."""
    with webserver.listening() as listener:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "tests.media.plain_site:application()"),
                *("--bind", f"fd://{listener.fileno()}", "--worker-class", WORKER),
                *("--workers", "1", "--threads", "1", "--log-level", "warning"),
                "--no-control-socket",
            ],
            cwd=Path(__file__).resolve().parents[2],
            env={**os.environ, "PLAIN_SITE": str(kept[0].folder)},
            pass_fds=[listener.fileno()],
        )
        yield listener.getsockname()
        process.send_signal(signal.SIGQUIT)  # It need not wait for those who keep connections.
        process.wait()
