"""How wide the columns of a sheet are, one of them set anew."""

import re
from collections.abc import Iterator

from elearn.workbooks.marking.tags import MOST_COLUMNS, attribute, start_tag, with_attributes

_COLS = re.compile(rb"<((?:\w+:)?)cols\s*>(.*?)</(?:\w+:)?cols\s*>", re.DOTALL)
_COL = start_tag("col")
_COL_END = re.compile(rb"</(?:\w+:)?col\s*>")
_FIRST, _LAST = attribute("min"), attribute("max")
_WIDTH = 48  # Signs: a sentence in two or three lines.


def widened(head: bytes, prefix: bytes, column: int) -> bytes:
    """Return the head of a sheet with a column, counted from 0, that is wide and not hidden."""
    number = column + 1
    found = _COLS.search(head)
    if not found:
        opening = head.rindex(b"<%ssheetData" % prefix)
        cols = b"<%scols>%s</%scols>" % (prefix, _col(prefix, b"", number), prefix)
        return head[:opening] + cols + head[opening:]
    bare = _COL_END.sub(b"", found[2])
    kept = b"".join(_parted(bare, prefix, number))
    return head[: found.start(2)] + kept + head[found.end(2) :]


def _parted(cols: bytes, prefix: bytes, number: int) -> Iterator[bytes]:
    """Give the columns in their order; a stretch that holds ours is cut around it."""
    ours = b""
    later = []
    for tag in _COL.finditer(cols):
        first, last = _number(_FIRST, tag[2], 1), _number(_LAST, tag[2], MOST_COLUMNS)
        if first < number:
            yield _col_from(prefix, tag[2], first, min(last, number - 1))
        if first <= number <= last:
            ours = tag[2]
        if last > number:
            later.append(_col_from(prefix, tag[2], max(first, number + 1), last))
    yield _col(prefix, ours, number)
    yield from later


def _number(pattern: re.Pattern[bytes], inside: bytes, default: int) -> int:
    found = pattern.search(inside)
    return int(found[2]) if found else default


def _col_from(prefix: bytes, inside: bytes, first: int, last: int) -> bytes:
    if (_number(_FIRST, inside, 1), _number(_LAST, inside, MOST_COLUMNS)) == (first, last):
        return b"<%scol%s/>" % (prefix, inside.rstrip().removesuffix(b"/"))
    return b"<%scol%s/>" % (prefix, with_attributes(inside, min=first, max=last))


def _col(prefix: bytes, inside: bytes, number: int) -> bytes:
    told = with_attributes(inside, min=number, max=number, width=_WIDTH, customWidth=1, hidden=0)
    return b"<%scol%s/>" % (prefix, told)
