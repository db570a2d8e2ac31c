"""Tests of scripts, in node."""

import subprocess
from pathlib import Path

NODE = Path(__file__).parents[1] / ".venv" / "bin" / "node"


def failures(folder: Path) -> str:
    """Run the tests of scripts in a folder; return the end of what node says if one fails."""
    files = sorted(folder.glob("*.test.js"))
    assert files, f"{folder} holds none"
    command = [str(NODE), "--test", "--test-force-exit", *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    return done.stdout[-3000:] + done.stderr[-3000:] if done.returncode else ""
