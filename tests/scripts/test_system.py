"""Which packages of the system a bare machine is told to install, and how."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALL = ["python3", "python3-venv", "ffmpeg", "espeak-ng", "poppler-utils"]


def shell(code: str, programs: Path) -> subprocess.CompletedProcess[str]:
    """Run code of scripts/lib/system.sh where PATH has these programs only."""
    parts = "source scripts/lib/common.sh; source scripts/lib/system.sh; PATH=$1; shift"
    command = ["bash", "-c", f"set -euo pipefail; {parts}; {code}", "bash", str(programs)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def program(path: Path, code: str = "") -> None:
    path.write_text(f"#!/bin/sh\n{code}\n")
    path.chmod(0o755)


def test_a_bare_machine_lacks_python_too(tmp_path):
    assert shell('missing_packages demo ""', tmp_path).stdout.split() == ALL


def test_a_machine_that_has_all_lacks_nothing(tmp_path):
    for name in ("ffmpeg", "ffprobe", "espeak-ng", "pdftotext"):
        program(tmp_path / name)

    assert shell(f"missing_packages demo '{sys.executable}'", tmp_path).stdout == ""


@pytest.mark.parametrize(("second", "found"), [("exit 0", "second"), ("exit 1", "first")])
def test_the_first_python_is_taken_that_can_make_an_environment_if_any_can(tmp_path, second, found):
    program(tmp_path / "first", 'case "$2" in *ensurepip*) exit 1 ;; esac')
    program(tmp_path / "second", second)

    assert shell("PYTHONS=(third first second); find_python", tmp_path).stdout.strip() == found


def test_who_may_not_install_is_told_the_one_line_to_pass_on(tmp_path):
    told = shell('need_packages demo ""', tmp_path)

    line = f"An administrator must run this once: apt-get install -y {' '.join(ALL)}\n"
    assert (told.returncode, told.stdout, told.stderr) == (2, "", line)
