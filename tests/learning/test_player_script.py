"""The player's script, in node: what it counts as played, what it keeps, when it reports."""

import subprocess
from pathlib import Path

HERE = Path(__file__).parent / "player"
NODE = Path(__file__).parents[2] / ".venv" / "bin" / "node"


def test_the_player_script_loses_nothing_and_claims_nothing_that_was_not_played():
    files = sorted(map(str, HERE.glob("*.test.js")))
    done = subprocess.run([NODE, "--test", *files], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout[-3000:]
