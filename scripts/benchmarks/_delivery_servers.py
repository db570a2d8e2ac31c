"""What the delivery bench loads: one film, and three servers that hand out its stretches."""

import http.client
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from elearn import clock, media
from elearn.cli import serve
from elearn.config import Settings
from elearn.media import nginx
from elearn.media.nginx import Files, Site
from elearn.storage import Directory
from tests.media import webserver

SIZE = 45_000_000  # A lecture of 45 minutes at 240p.
PERSONS = 64
SEGMENT = 1460  # Of a packet of 1,500 bytes.
SECRET = "delivery"  # noqa: S105  # Of the bench alone.
ROOT = Path(__file__).resolve().parents[2]
BARE = """
server {{
    listen {listen};
    location / {{
        alias "{folder}/";
        types {{ }}
        default_type video/mp4;
        sendfile on;
        tcp_nopush on;
        sendfile_max_chunk 1m;
        open_file_cache max=4096 inactive=60s;
        open_file_cache_valid 60s;
    }}
}}
"""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server answers, and its first process."""

    address: str
    process: int


def film(home: Path) -> tuple[Directory, str]:
    """Keep a film in a store of the bench; return the store and the name of its bytes."""
    path = home / "film.mp4"
    path.write_bytes(os.urandom(SIZE))
    store = Directory(home / "files")
    return store, store.keep(path).sha256


def write_addresses(home: Path, name: str) -> dict[str, Path]:
    """Write, for each server, where the film is fetched: signed for 64 persons, or bare."""
    until = clock.now() + timedelta(hours=2)
    permits = [media.Permit(1, person, until) for person in range(1, PERSONS + 1)]
    signed = [media.file_address(SECRET, permit, name, "240p.mp4") for permit in permits]
    lines = {"bare": [f"/{name[:2]}/{name}"], "checked": signed, "python": signed}
    for server, addresses in lines.items():
        (home / server).write_text("\n".join([str(SIZE), *addresses]) + "\n")
    return {server: home / server for server in lines}


@contextmanager
def serving(home: Path, store: Directory) -> Iterator[dict[str, Server]]:
    """Run the three servers, each on a socket that is open already."""
    with ExitStack() as stack:
        at: dict[str, Server] = {}
        for name in ("bare", "checked"):
            listener = stack.enter_context(_listening())
            prefix = home / f"{name}-nginx"
            site = _site(name, _address(listener), prefix, store)
            process = stack.enter_context(webserver.serving(site, prefix, listener))
            at[name] = Server(_address(listener), process)
        listener = stack.enter_context(_listening())
        at["python"] = Server(_address(listener), stack.enter_context(_python(home, listener)))
        yield at


@contextmanager
def _listening() -> Iterator[socket.socket]:
    """Give an open socket that sends packets as long as those of a network.

    Those of a machine to itself are 64 kB long; of 84 kB the rest would wait each time for 40 ms
    until the receiver says that it has room: all servers would look alike.
    """
    with socket.socket() as listener:
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SEGMENT)
        listener.bind(("127.0.0.1", 0))
        listener.listen(256)
        yield listener


def wait_for(address: str) -> None:
    """Return when a server answers: who asks before it is up waits at its open socket."""
    with closing(http.client.HTTPConnection(address, timeout=120)) as connection:
        connection.request("GET", "/media/files/")
        connection.getresponse().read()


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()
    return f"{host}:{port}"


def _site(name: str, listen: str, prefix: Path, store: Directory) -> str:
    if name == "bare":
        return BARE.format(listen=listen, folder=store.folder)
    site = Site("localhost", listen, "127.0.0.1:9", prefix)
    return nginx.configuration(site, Files(store.folder), secret_key=SECRET, upload_limit_mb=2048)


@contextmanager
def _python(home: Path, listener: socket.socket) -> Iterator[int]:
    """Run the web server as `elearn serve` does; it needs no database for this."""
    surroundings = {name: text for name, text in os.environ.items() if "ELEARN" not in name}
    surroundings |= {
        "ELEARN_HOME": str(home),
        "ELEARN_SECRET_KEY": SECRET,
        "PYTHONPATH": str(ROOT),
    }
    settings = Settings.from_environment(surroundings)
    server = subprocess.Popen(
        serve.web_command(settings, f"fd://{listener.fileno()}"),
        env=surroundings,
        cwd=ROOT,
        pass_fds=[listener.fileno()],
    )
    try:
        yield server.pid
    finally:
        server.terminate()
        server.wait()


def settings() -> dict[str, object]:
    """Return what the figures depend on of the servers."""
    told = subprocess.run([webserver.NGINX, "-v"], capture_output=True, text=True, check=True)
    plain = Settings.from_environment({"ELEARN_HOME": "/nonexistent", "ELEARN_SECRET_KEY": SECRET})
    return {
        "nginx": told.stderr.partition("/")[2].strip(),
        "nginx_workers": 2,
        "python_workers": plain.web_workers,
        "python_threads": plain.web_threads,
        "film_bytes": SIZE,
        "segment_bytes": SEGMENT,
    }
