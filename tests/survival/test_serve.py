import signal
import socket
import subprocess
import sys
from contextlib import suppress
from random import sample
from urllib.request import urlopen

from tests.browser import living
from tests.survival.processes import DEADLINE_SECONDS, family, is_alive, wait_until


def free_port():
    """Return a port that nobody is given who asks for any: those are higher."""
    for port in sample(range(10_000, 30_000), 100):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("no port is free")


def first_line_of(process):
    return next(iter(process.stdout))


def answers(address):
    try:
        with urlopen(address, timeout=DEADLINE_SECONDS) as answer:
            return bool(answer.status)
    except OSError:
        return False


def test_one_command_serves_and_ends_all_it_started(place):
    port = free_port()
    serve = subprocess.Popen(
        [sys.executable, "-m", "elearn", "serve", "--port", str(port)],
        cwd=living.ROOT,
        env=living.environment_of(place) | {"ELEARN_WEB_WORKERS": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    with serve:
        assert f"http://127.0.0.1:{port}/" in first_line_of(serve)
        address = f"http://127.0.0.1:{port}/manifest.webmanifest"
        wait_until(lambda: answers(address), "it answers")
        started = family(serve.pid)
        serve.send_signal(signal.SIGINT)
        assert serve.wait(DEADLINE_SECONDS) == 0

    assert len(started) >= 3
    wait_until(lambda: not any(map(is_alive, started)), "all has ended")
    assert not answers(address)
