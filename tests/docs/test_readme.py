"""Does the README name what there is, and only that?"""

import re
from dataclasses import MISSING, fields

from elearn.config import PREFIX, Settings
from elearn.home.demo import accounts, staff
from tests.docs import shell
from tests.docs.pages import README, ROOT, rows

YES_NO = {True: "yes", False: "no"}


def test_every_setting_has_its_row_and_its_default():
    told = {row[0].strip("`"): row[1] for row in rows(README, "## Settings")}
    there = {PREFIX + field.name.upper(): field.default for field in fields(Settings)}

    assert told.keys() == there.keys()
    for name, default in there.items():
        if default is not MISSING:
            assert told[name] == f"`{YES_NO[default] if isinstance(default, bool) else default}`"


def test_every_command_has_its_row():
    calls = [row[0].strip("`") for row in rows(README, "## Commands")]

    assert sorted(map(shell.command_of, calls)) == sorted(shell.commands())


def test_every_option_shown_exists():
    for call in (row[0].strip("`") for row in rows(README, "## Commands")):
        assert set(re.findall(r"--[\w-]+", call)) <= shell.options(shell.command_of(call)), call


def test_every_room_has_its_row():
    cells = [row[0] for row in rows(README, "## What is where")]
    told = set(re.findall(r"`(elearn/\w+/)`", " ".join(cells)))

    packages = {f"elearn/{path.parent.name}/" for path in (ROOT / "elearn").glob("*/__init__.py")}
    assert told == packages | {"elearn/translations/"}


def test_every_script_is_named():
    named = set(re.findall(r"scripts/[\w-]+", README))
    folders = {f"scripts/{path.name}" for path in (ROOT / "scripts").iterdir() if path.is_dir()}

    files = {f"scripts/{path.name}" for path in (ROOT / "scripts").iterdir() if path.is_file()}
    assert named - folders == files


def test_every_proof_is_named():
    told = next(row[1] for row in rows(README, "## The other scripts") if "scripts/prove" in row[0])
    programs = {path.stem for path in (ROOT / "scripts/proofs").glob("[!_]*.py")}

    assert set(re.findall(r"`([a-z-]+)`", told)) == {name.replace("_", "-") for name in programs}


def test_the_table_of_sign_ins_is_that_of_the_demo():
    told = [(row[1].strip("`"), row[0]) for row in rows(README, "## Try it")]
    staffed = {one.user_name: str(one.told) for one in staff.STAFF}
    called = {name: str(accounts.CALLED.get(name.rstrip("123"), "")) for name in accounts.SHOWN}

    assert told == [(name, staffed.get(name) or called[name]) for name in accounts.SHOWN]
    assert f"`{accounts.PASSWORD}`" in README
    assert README.count(f"| {accounts.SHARED_TELEPHONE}, shared |") == 2
