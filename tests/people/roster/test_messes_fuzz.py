"""Whatever stands in a file: it is read, or refused in words; nothing else ever happens."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.sheets.faults import Fault
from tests.make.rosters import Wanted, made, put
from tests.people.roster.reading_here import dry_run

#: Where to change a file, how many bytes to take away, and what to put there.
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12)), min_size=1, max_size=4
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADS = st.sampled_from([b"", b"PK\x03\x04", OLE, b"\xff\xfe", b"<"])


@cache
def good(kind: str) -> bytes:
    """Return a file with which nothing is wrong."""
    with TemporaryDirectory() as folder:
        wanted = Wanted(rows=6, file=kind, per_hundred=20)
        return put(made(Random(6), wanted), Path(folder) / f"list.{kind}").read_bytes()


def changed(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for place, length, instead in changes:
        at = int(place * len(data))
        data = data[:at] + instead + data[at + length :]
    return data


def with_changed_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook one part of which says something else, packed as it should be."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return file.getvalue()


def read(data: bytes) -> None:
    """Read a file to its entries, or have it refused."""
    with suppress(Fault):
        dry_run(data)


@settings(max_examples=40)
@given(head=HEADS, rest=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(head: bytes, rest: bytes) -> None:
    read(head + rest)


@pytest.mark.parametrize("kind", ["xlsx", "xls", "csv"])
@given(changes=CHANGES)
@settings(max_examples=15)
def test_a_damaged_file_is_read_or_refused(
    kind: str, changes: list[tuple[float, int, bytes]]
) -> None:
    read(changed(good(kind), changes))


PARTS = (
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/_rels/workbook.xml.rels",
    "[Content_Types].xml",
)


@given(part=st.sampled_from(PARTS), changes=CHANGES)
@settings(max_examples=40)
def test_a_workbook_whose_parts_say_nonsense_is_read_or_refused(
    part: str, changes: list[tuple[float, int, bytes]]
) -> None:
    read(with_changed_part(good("xlsx"), part, lambda data: changed(data, changes)))
