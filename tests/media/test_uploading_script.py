"""How the script of the page that takes files finds them again, in node."""

import subprocess
from pathlib import Path

HERE = Path(__file__).parent
NODE = HERE.parents[1] / ".venv" / "bin" / "node"


def test_a_file_is_begun_once_whatever_is_known_first():
    test = [str(NODE), "--test", "--test-force-exit", str(HERE / "uploading.test.js")]
    done = subprocess.run(test, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout[-3000:]
