"""One machine, one command: the web server and a worker, started and ended together."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType

import click

from elearn.cli import Installation

ROOT = Path(__file__).resolve().parents[2]


def run(here: Installation, *, host: str, port: int, worker: bool) -> int:
    """Run until one of the processes ends or the operator stops them; return the exit code."""
    commands = [_web(here, host, port)] + ([_worker()] if worker else [])
    environment = {**os.environ, "ELEARN_HOME": str(here.settings.home)}
    processes = [subprocess.Popen(command, cwd=ROOT, env=environment) for command in commands]
    stopping = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True
        _end(processes)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    click.echo(f"Địa chỉ: http://{host}:{port}/   (Ctrl-C để dừng)")
    os.wait()
    _end(processes)
    for process in processes:
        process.wait()
    return 0 if stopping else 1


def _end(processes: list["subprocess.Popen[bytes]"]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()


def _web(here: Installation, host: str, port: int) -> list[str]:
    settings = here.settings
    return [
        *(sys.executable, "-m", "gunicorn", "wsgi:application"),
        *("--bind", f"{host}:{port}", "--worker-class", "gthread"),
        *("--workers", str(settings.web_workers), "--threads", str(settings.web_threads)),
        *("--log-level", "warning", "--timeout", "120", "--keep-alive", "5"),
    ]


def _worker() -> list[str]:
    return [sys.executable, "-m", "elearn", "worker"]
