import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.survival.processes import children, is_alive, wait_until

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60
#: `elearn serve` with two sleepers in place of the web server and the worker.
SERVE = """
import sys
from pathlib import Path
from elearn.cli import Installation, serve
from elearn.config import Settings
serve.web_command = lambda *_: ["sleep", "60"]
serve._worker = lambda: ["sleep", "61"]
settings = Settings.from_environment({"ELEARN_HOME": sys.argv[1]})
sys.exit(serve.run(Installation.of(settings), host="localhost", port=1, worker=True))
"""


@pytest.fixture
def serve(tmp_path):
    command = [sys.executable, "-c", SERVE, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert "http://localhost:1/" in next(iter(process.stdout or ()))
        yield process
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_told_to_end_it_ends_all_and_is_content(serve, number):
    started = children(serve.pid)

    serve.send_signal(number)

    assert serve.wait(PATIENCE_SECONDS) == 0
    assert len(started) == 2
    assert not any(map(is_alive, started))


@pytest.mark.parametrize("which", [min, max])
def test_if_one_dies_all_end_and_the_operator_is_told(serve, which):
    started = children(serve.pid)

    subprocess.run(["kill", "-KILL", str(which(started))], check=True)

    assert serve.wait(PATIENCE_SECONDS) == 1
    assert not any(map(is_alive, started))


def test_if_it_is_killed_itself_the_kernel_ends_what_it_started(serve):
    started = children(serve.pid)

    serve.kill()

    wait_until(lambda: not any(map(is_alive, started)), "all has ended")
