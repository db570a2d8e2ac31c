"""What the locks hold (every pin, with its hash) and never hold (where packages come from)."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
RUN = [*PROJECT["dependencies"], *EXTRAS["build"]]
LOCKS = [("run", RUN), ("test", [*RUN, *EXTRAS["test"]])]


@pytest.mark.parametrize(("name", "pins"), LOCKS)
def test_a_lock_holds_every_pin_of_the_project(name, pins):
    locked = re.findall(
        r"^[\w.-]+==[^\s;]+", (ROOT / f"locks/{name}.txt").read_text(), re.MULTILINE
    )

    assert {re.sub(r"\[.*\]", "", pin) for pin in pins} <= set(locked)


@pytest.mark.parametrize("path", ["locks/run.txt", "locks/test.txt", "package-lock.json"])
def test_no_lock_says_where_packages_come_from(path):
    assert "://" not in (ROOT / path).read_text()


def test_the_two_locks_agree():
    run, test = ((ROOT / f"locks/{name}.txt").read_text().splitlines() for name in ("run", "test"))

    assert set(run) <= set(test)


def test_front_end_packages_are_pinned_and_locked_as_pinned():
    pinned = json.loads((ROOT / "package.json").read_text())["dependencies"]
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    assert {name: packages[f"node_modules/{name}"]["version"] for name in pinned} == pinned
