"""A real nginx: on a port of its own, under a prefix of its own, with a configuration of ours."""

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NGINX = "/usr/sbin/nginx"
_FOLDERS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
_USER = (
    "user root;" if os.geteuid() == 0 else ""
)  # Else its workers are nobody's, and read nothing.


def around(site: str, prefix: Path, *, connections: int = 512) -> str:
    """Return a whole configuration around that of a site."""
    folders = "\n".join(f"{name}_temp_path {prefix}/{name};" for name in _FOLDERS)
    return f"""{_USER}
daemon off;
worker_processes 2;
pid {prefix}/nginx.pid;
error_log {prefix}/error.log warn;
events {{ worker_connections {connections}; }}
http {{
access_log off;
keepalive_requests 1000000;
{folders}
{site}
}}
"""


def checked(configuration: Path) -> str:
    """Return what nginx says of a configuration."""
    command = [NGINX, "-t", "-p", str(configuration.parent), "-c", str(configuration)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


@contextmanager
def listening() -> Iterator[socket.socket]:
    """Give a socket that is open already: who asks before the server is up waits."""
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as listener:
        yield listener


@contextmanager
def serving(
    site: str, prefix: Path, listener: socket.socket, *, connections: int = 512
) -> Iterator[int]:
    """Run nginx on the socket, handed over as by an nginx to its successor; give its process."""
    prefix.mkdir(parents=True, exist_ok=True)
    configuration = prefix / "nginx.conf"
    configuration.write_text(around(site, prefix, connections=connections))
    server = subprocess.Popen(
        [NGINX, "-p", str(prefix), "-c", str(configuration)],
        env={"NGINX": f"{listener.fileno()};"},
        pass_fds=[listener.fileno()],
        stderr=subprocess.DEVNULL,
    )
    try:
        yield server.pid
    finally:
        server.terminate()
        server.wait()
