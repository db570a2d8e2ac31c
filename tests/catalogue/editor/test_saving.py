"""How the editor's script saves, in node."""

import subprocess
from pathlib import Path

HERE = Path(__file__).parent
NODE = HERE.parents[2] / ".venv" / "bin" / "node"


def test_what_the_editor_says_of_words_is_so():
    test = [str(NODE), "--test", "--test-force-exit", str(HERE / "saving.test.js")]
    done = subprocess.run(test, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout[-3000:]
