"""What a phone keeps and sends without a line, and how its worker answers, in node."""

import subprocess
from pathlib import Path

HERE = Path(__file__).parent
NODE = HERE.parents[2] / ".venv" / "bin" / "node"


def test_what_a_phone_keeps_is_sent_once_there_is_a_line_whatever_happens_to_it():
    files = sorted(map(str, HERE.glob("*.test.js")))
    done = subprocess.run(
        [NODE, "--test", "--test-force-exit", *files],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:]
