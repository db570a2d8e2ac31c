"""What the W3C's parser of WebVTT finds wrong in what we serve; one run of node for many files."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_NODE = ROOT / ".venv" / "bin" / "node"
_SCRIPT = Path(__file__).with_suffix(".mjs")


def faults(texts: Sequence[str], kind: str = "subtitles/captions/descriptions") -> list[list[str]]:
    """Return for each file its faults by line; `kind` is what a `<track>` calls it."""
    said = json.dumps([[text, kind] for text in texts])
    command = [str(_NODE), str(_SCRIPT)]
    answer = subprocess.run(command, input=said, capture_output=True, check=True, encoding="utf-8")
    found: list[list[str]] = json.loads(answer.stdout)
    return found
