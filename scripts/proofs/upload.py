"""A film of 200 MB arrives whole although its server is killed three times on the way.

Claimed, with files in a directory and in a bucket of a real S3 server: tus-js-client sends a film
in chunks of 5 MB; the web server with all its processes is ended by SIGKILL three times on the way
and started anew; the client goes on by itself where the last byte stands, and what the worker then
takes in has the SHA-256 of the film that was sent. Prints what happens and, last, one line of JSON;
ends with 1 if a claim fails.
"""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from hashlib import file_digest
from pathlib import Path
from time import monotonic

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import select

from elearn.cli import Installation
from elearn.media.models import FileUpload
from tests.browser import living
from tests.browser.sending import sender
from tests.media.films import Studio
from tests.stores import s3_server
from tests.survival.processes import wait_until

MEGABYTE = 1_000_000
CHUNK = 5 * MEGABYTE
KILLS = (0.2, 0.5, 0.8)  # Of the way.
_RETRY = [200, 500, *[1000] * 60]


@dataclass(slots=True)
class Outcome:
    """What was seen with one kind of store."""

    kind: str
    is_equal: bool = False
    kills: int = 0
    seconds: float = 0.0
    #: Where the client stood when it went on after each kill, in MB.
    went_on_at: list[float] = field(default_factory=list)


class Site:
    """A web server in processes of its own, which may be killed and started at the same port."""

    def __init__(self, here: Installation, storage: dict[str, str]) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.here = replace(
            here, settings=replace(here.settings, public_url=f"http://127.0.0.1:{self.port}")
        )
        self.environment = living.environment_of(self.here) | storage
        self.start()

    def start(self) -> None:
        """Start it, and wait until it listens."""
        command = ("serve", "--no-worker", "--port", str(self.port))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "elearn", *command],
            cwd=living.ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_until(self._answers, "the server listens")

    def _answers(self) -> bool:
        with suppress(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", self.port)).close()
            return True
        return False

    def kill(self) -> None:
        """End all its processes as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def live(self) -> living.Live:
        return living.Live(self.here.settings.public_url, self.here, self.process)

    def work(self) -> None:
        """Have what has arrived taken in."""
        command = [sys.executable, "-m", "elearn", "worker", "--drain", "--priority", "8"]
        subprocess.run(command, cwd=living.ROOT, env=self.environment, check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Prove that an upload survives its server.")
    parser.add_argument("--mb", type=int, default=200)
    megabytes = parser.parse_args().mb
    with tempfile.TemporaryDirectory(prefix="elearn-upload-") as name:
        folder = Path(name)
        film = _film(folder, megabytes * MEGABYTE)
        found = [_proved(film, folder, kind) for kind in ("directory", "bucket")]
    told = {one.kind: asdict(one) for one in found}
    print(json.dumps({"proof": "upload", "mb": megabytes, **told}))
    return 0 if all(one.is_equal and one.kills == len(KILLS) for one in found) else 1


def _film(folder: Path, size: int) -> Path:
    """Make a film that leaves as many bytes free as it takes to be of a size."""
    film = Studio(folder).film("lecture.mp4", seconds=5)
    left = size - film.stat().st_size
    with film.open("ab") as file:
        file.write(left.to_bytes(4) + b"free" + os.urandom(left - 8))
    return film


def _proved(film: Path, folder: Path, kind: str) -> Outcome:
    home = folder / kind
    home.mkdir()
    with living.installation_at(home) as here, _storage(folder, kind) as storage:
        site = Site(here, storage)
        try:
            return _sent(film, site, Outcome(kind))
        finally:
            site.kill()


@contextmanager
def _storage(folder: Path, kind: str) -> Iterator[dict[str, str]]:
    """Give the settings of a store, none for the directory in the home."""
    if kind == "directory":
        yield {}
        return
    with s3_server(folder / "s3") as server:
        yield server.environment("proof")


def _sent(film: Path, site: Site, outcome: Outcome) -> Outcome:
    began, places = monotonic(), [int(film.stat().st_size * share) for share in KILLS]
    said = {"chunk": CHUNK, "retryDelays": _RETRY, "metadata": {"filename": film.name}}
    was_killed = False
    with sender(site.live()).start(film, **said) as process:
        for line in process.stdout or ():
            event = json.loads(line)
            if event["event"] != "accepted":
                print(outcome.kind, line.strip(), flush=True)
                continue
            if was_killed:
                outcome.went_on_at.append(event["bytes"] / MEGABYTE)
                was_killed = False
            if places and event["bytes"] >= places[0]:
                places.pop(0)
                site.kill()
                site.start()
                outcome.kills, was_killed = outcome.kills + 1, True
    outcome.seconds = round(monotonic() - began, 1)
    outcome.is_equal = _taken(site) == _digest(film)
    return outcome


def _taken(site: Site) -> str:
    """Return the SHA-256 of the film that became of the only upload, all its bytes read."""
    site.work()
    with site.here.database.reading() as db:
        upload = db.scalars(select(FileUpload)).one()
        if upload.version is None:
            return str(upload.told_reason)
        return upload.version.source.sha256


def _digest(film: Path) -> str:
    with film.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main())
