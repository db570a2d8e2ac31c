"""One machine, one command: the web server and a worker, started and ended together."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType

import click

from elearn.cli import Installation
from elearn.config import Settings

_PATIENCE_SECONDS = 45  # The web server gives its requests 30.
#: gunicorn's threads, and a loop beside them that hands out files and takes reports.
WORKER = "elearn.media.serving.desks.Worker"
ROOT = Path(__file__).resolve().parents[2]


def run(here: Installation, *, host: str, port: int, worker: bool) -> int:
    """Run until one of the processes ends or the operator stops them; return the exit code."""
    commands = [web_command(here.settings, f"{host}:{port}")] + ([_worker()] if worker else [])
    processes: list[subprocess.Popen[bytes]] = []
    stopping = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True
        _end(processes)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    processes += [_start(here, command) for command in commands]
    if not stopping:
        click.echo(f"Địa chỉ: http://{host}:{port}/   (Ctrl-C để dừng)")
        os.wait()
    _end(processes)
    for process in processes:
        _wait(process)
    return 0 if stopping else 1


def _start(here: Installation, command: list[str]) -> "subprocess.Popen[bytes]":
    """Start a process that the kernel ends if we are killed outright."""
    environment = {**os.environ, "ELEARN_HOME": str(here.settings.home)}
    bound = ["setpriv", "--pdeathsig", "TERM", *command]
    return subprocess.Popen(bound, cwd=ROOT, env=environment)


def _end(processes: list["subprocess.Popen[bytes]"]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()


def _wait(process: "subprocess.Popen[bytes]") -> None:
    try:
        process.wait(_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def web_command(settings: Settings, bind: str) -> list[str]:
    """Return the command of the web server; it wants the root of the product as its folder."""
    return [
        *(sys.executable, "-m", "gunicorn", "wsgi:application"),
        *("--bind", bind, "--worker-class", WORKER),
        *("--workers", str(settings.web_workers), "--threads", str(settings.web_threads)),
        *("--log-level", "warning", "--timeout", "120", "--keep-alive", "5"),
        "--preload",  # The application is put together once, and its processes share the memory.
        "--no-control-socket",  # Signals are enough, and its file would be one for all of a user.
    ]


def _worker() -> list[str]:
    return [sys.executable, "-m", "elearn", "worker"]
