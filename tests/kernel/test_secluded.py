"""A process that has given up all but computing."""

import sys
from pathlib import Path

import pytest

from elearn import confined
from elearn.confined import Limits

LIMITS = Limits(wall_seconds=20, cpu_seconds=10, memory_mb=512)
BEGIN = "import os, socket, subprocess\nfrom elearn.secluded import seclude\nassert seclude()\n"


def told_by(code: str) -> list[str]:
    """Return what a secluded process prints."""
    heard: list[str] = []
    confined.run([sys.executable, "-c", BEGIN + code], LIMITS, heard.append)
    return heard


def test_it_goes_on_computing_and_telling():
    assert told_by("kept = bytearray(50 << 20)\nprint(sum(range(1_000_000)), len(kept))") == [
        "499999500000 52428800"
    ]


@pytest.mark.parametrize(
    "code",
    [
        "socket.socket()",
        f"open({__file__!r})",
        f"os.unlink({__file__!r})",
        "subprocess.run(['true'])",
        "os.kill(os.getppid(), 0)",
    ],
    ids=["the network", "a file", "taking away", "a program", "a signal"],
)
def test_it_reaches_nothing_beyond_itself(code):
    tried = f"try:\n    {code}\nexcept PermissionError:\n    print('refused')"

    assert told_by(tried) == ["refused"]
    assert Path(__file__).exists()
