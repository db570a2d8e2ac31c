"""A sheet's XML in the pieces it is edited in, never more of it in the memory than a few rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from elearn.workbooks.marking.tags import start_tag

_CHUNK = 1 << 20
_DATA = start_tag("sheetData")
_ROW = start_tag("row")
_NEXT = re.compile(rb"<(?:/(?:\w+:)?sheetData|(?:\w+:)?row(?=[\s/>]))")
_NUMBER = re.compile(rb"\sr\s*=\s*[\"']([0-9]+)[\"']")
_ENCODING = re.compile(rb"\xef?\xbb?\xbf?<\?xml[^>]*\sencoding=[\"']([^\"']+)")
_PAIRS = ((b"<![CDATA[", b"]]>"), (b"<!--", b"-->"))


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the rows, with the tag that opens them; the prefix of all tags."""

    xml: bytes
    prefix: bytes


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number, what stands within its tag, its cells; and what stood before it."""

    number: int
    prefix: bytes
    inside: bytes
    cells: bytes
    before: bytes

    @property
    def is_bare(self) -> bool:
        """Whether its tag closes itself."""
        return self.inside.endswith(b"/")

    def xml(self, cells: bytes, inside: bytes) -> bytes:
        """Return the row with these cells and this within its tag."""
        p = self.prefix
        return b"%s<%srow%s>%s</%srow>" % (self.before, p, inside.rstrip(b"/"), cells, p)

    @property
    def as_it_was(self) -> bytes:
        if self.is_bare:
            return b"%s<%srow%s>" % (self.before, self.prefix, self.inside)
        return self.xml(self.cells, self.inside)


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind the rows, with the tag that closes them."""

    xml: bytes


class Broken(Exception):
    """The XML is none of a sheet, or written in a way that cannot be edited as bytes."""


class _Window:
    """The part of a stream that is looked at; what lies before `at` is done with."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self.bytes, self.at = stream, b"", 0

    def find(self, pattern: re.Pattern[bytes], ahead: int = 0) -> re.Match[bytes]:
        """Return the next place of a pattern, at least so far ahead.

        :raise Broken: if there is none.
        """
        while not (found := pattern.search(self.bytes, self.at + ahead)):
            chunk = self._stream.read(_CHUNK)
            if not chunk:
                raise Broken
            self.bytes, self.at = self.bytes[self.at :] + chunk, 0
        return found

    def rest(self) -> bytes:
        return self.bytes[self.at :] + self._stream.read()


def pieces_of(stream: IO[bytes]) -> Iterator[Head | Row | Tail]:
    """Give the head, the rows in order, and the tail.

    :raise Broken: if it is none of a sheet in UTF-8.
    """
    window = _Window(stream)
    opened = window.find(_DATA)
    head = window.bytes[: opened.end()]
    _refuse_other_encodings(head)
    window.at = opened.end()
    if opened[2].endswith(b"/"):  # No rows at all.
        tag = b"<%ssheetData%s>" % (opened[1], opened[2].rstrip(b"/"))
        yield Head(head[: opened.start()] + tag, opened[1])
        yield Tail(b"</%ssheetData>%s" % (opened[1], window.rest()))
        return
    yield Head(head, opened[1])
    number = 0
    while row := _row(window, number):
        number = row.number
        yield row
    yield Tail(window.rest())


def _refuse_other_encodings(head: bytes) -> None:
    named = _ENCODING.match(head)
    if named and named[1].lower() not in (b"utf-8", b"us-ascii"):
        raise Broken


def _row(window: _Window, last: int) -> Row | None:
    """Return the next row, or None where the rows end."""
    found = window.find(_NEXT)
    if found[0].startswith(b"</"):
        return None
    tag = window.find(_ROW, found.start() - window.at)
    before, inside = window.bytes[window.at : tag.start()], tag[2]
    window.at = tag.end()
    number = _NUMBER.search(inside)
    cells = b"" if inside.endswith(b"/") else _cells(window, tag[1])
    return Row(int(number[1]) if number else last + 1, tag[1], inside, cells, before)


def _cells(window: _Window, prefix: bytes) -> bytes:
    """Return what stands in a row, and go on behind it."""
    end, ahead = re.compile(rb"</" + prefix + rb"row\s*>"), 0
    while True:
        closing = window.find(end, ahead)
        cells = window.bytes[window.at : closing.start()]
        ahead = closing.end() - window.at
        if all(cells.count(opens) == cells.count(closes) for opens, closes in _PAIRS):
            window.at = closing.end()
            return cells
