"""A foreign program in a narrow place."""

import errno
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from elearn import confined
from elearn.confined import Limits

ROOMY = Limits(wall_seconds=20, cpu_seconds=20, memory_mb=512)


def python(code, limits=ROOMY, **more):
    return confined.run([sys.executable, "-c", code], limits, **more)


def test_what_it_prints_is_heard_line_by_line():
    heard: list[str] = []

    finished = python("print('một'); print('hai')", hear=heard.append)

    assert finished.is_good
    assert heard == ["một", "hai"]


def test_what_is_said_to_it_is_its_input():
    heard: list[str] = []

    python("print(input().upper())", hear=heard.append, say="chào")

    assert heard == ["CHÀO"]


def test_its_last_complaints_are_kept():
    finished = python("import sys; [print(n, file=sys.stderr) for n in range(50)]; sys.exit(3)")

    assert finished.code == 3
    assert finished.complaint.splitlines() == [str(n) for n in range(30, 50)]


def test_it_ends_with_its_deadline_and_its_children_with_it():
    code = "import subprocess; subprocess.run(['sleep', '60'])"
    limits = Limits(wall_seconds=0.5, cpu_seconds=20, memory_mb=512)
    started = time.monotonic()

    finished = python(code, limits)

    assert finished.is_late
    assert not finished.is_good
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("code", "is_late"),
    [
        ("b = bytearray(900 << 20)", False),
        ("open(SPACE, 'wb').write(bytes(3 << 20))", False),
        ("while True: pass", True),
    ],
)
def test_it_gets_no_more_memory_disk_or_time_than_it_is_given(tmp_path, code, is_late):
    limits = Limits(wall_seconds=20, cpu_seconds=1, memory_mb=512, file_mb=1)

    finished = python(code.replace("SPACE", repr(str(tmp_path / "space"))), limits)

    assert not finished.is_good
    assert finished.is_late == is_late


def test_it_sees_nothing_of_our_environment(monkeypatch):
    monkeypatch.setenv("ELEARN_SECRET_KEY", "a secret")
    heard: list[str] = []

    python("import os; print(sorted(os.environ))", hear=heard.append)

    assert "ELEARN_SECRET_KEY" not in heard[0]


def test_it_ends_when_its_listener_gives_up():
    def give_up(_line):
        raise KeyError("the lease is lost")

    started = time.monotonic()
    with pytest.raises(KeyError):
        python("import time\nwhile True: print('x', flush=True); time.sleep(.1)", hear=give_up)
    assert time.monotonic() - started < 10


def test_a_full_disk_is_no_fault_of_what_it_was_given():
    with pytest.raises(OSError, match="No space left") as told:
        confined.run(["dd", "if=/dev/zero", "of=/dev/full", "count=1"], ROOMY)

    assert told.value.errno == errno.ENOSPC


@pytest.mark.parametrize("before", ["“x", "    title           : x"])
def test_words_about_a_full_disk_that_a_file_says_of_itself_are_only_words(before):
    after = "” is no film" if before.startswith("“") else ""
    code = f"import sys; sys.exit('{before}: No space left on device{after}')"

    assert python(code).code == 1


def test_a_program_that_somebody_killed_has_not_failed():
    with pytest.raises(confined.Killed):
        confined.run(["sh", "-c", "kill -KILL $$"], ROOMY)


def test_another_thread_can_end_it():
    me = threading.get_ident()

    def tell(_line):
        threading.Thread(target=confined.end_of, args=(me,)).start()

    with pytest.raises(confined.Killed):
        confined.run(["sh", "-c", "echo ready; exec sleep 60"], ROOMY, tell)


def test_it_dies_with_a_worker_that_is_killed():
    code = (
        "from elearn import confined\n"
        "limits = confined.Limits(wall_seconds=60, cpu_seconds=60, memory_mb=512)\n"
        "def tell(pid): print(pid, flush=True)\n"
        "confined.run(['sh', '-c', 'echo $$; exec sleep 55'], limits, tell)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as worker:
        assert worker.stdout
        pid = int(worker.stdout.readline())
        worker.kill()

    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and alive(pid):
        pass
    assert not alive(pid)


def alive(pid):
    """Return whether the process still runs; one that is dead and not yet buried does not."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return words[0] != "Z"
