"""Lists of all kinds of mess, against the answers written beside them by who made the mess."""

from pathlib import Path
from random import Random

import pytest

from tests.make.rosters import Wanted, differences, made, put
from tests.make.rosters.wanted import MESSES
from tests.people.roster.reading_here import dry_run

FILES = (
    ("xlsx", None, "", ","),
    ("xls", None, "", ","),
    ("csv", None, "utf-8", ","),
    ("csv", None, "utf-16", "\t"),
    ("csv", "tcvn3", "", ","),
    ("csv", "vni", "", ";"),
    ("csv", "windows_1258", "", ";"),
    ("xlsx", "tcvn3", "", ","),
    ("xls", "vni", "", ","),
    ("csv", None, "utf-8-sig", ";"),
)


@pytest.mark.parametrize(("file", "font", "encoding", "delimiter"), FILES)
def test_a_list_with_any_mess_is_understood(tmp_path, file, font, encoding, delimiter):
    chance = Random(f"{file} {font} {encoding}")
    made_ = made(chance, Wanted(rows=20, file=file, font=font, per_hundred=12))
    path = put(made_, tmp_path / f"list.{file}", encoding=encoding, delimiter=delimiter)

    assert differences(dry_run(path.read_bytes()), made_) == []


@pytest.mark.parametrize("mess", sorted(MESSES))
def test_each_mess_alone_is_mended_or_told(tmp_path: Path, mess: str):
    chance = Random(mess)
    list_ = made(chance, Wanted(rows=5, messes=frozenset([mess]), per_hundred=100))
    path = put(list_, tmp_path / "list.xlsx")

    assert differences(dry_run(path.read_bytes()), list_) == []
