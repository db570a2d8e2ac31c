"""What stands above a column, from the top row of a heading to its last."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from elearn.people.roster.rules.books import BookRow
from elearn.people.roster.rules.headings import NO_MEANING, Meaning, Vocabulary
from elearn.people.roster.rules.layout.plain import filled
from elearn.people.roster.rules.layout.view import View
from elearn.people.roster.rules.layouts import RosterField

#: Column → the texts above it, the topmost first.
Paths = Mapping[int, tuple[str, ...]]

#: Between a heading and one beneath it.
BETWEEN = " – "
_INHERITED = 0.6


def paths_of(view: View, rows: Sequence[BookRow]) -> Paths:
    """Return the texts above each column that has any, over merged cells and without them."""
    columns = sorted({at for row in rows for at in _columns(view, row)})
    grid = [{at: view.merged_text(row, at) for at in columns} for row in rows]
    for above, below in pairwise(grid):
        _spread(above, below, columns)
    return {at: path for at in columns if (path := _path([line[at] for line in grid]))}


def _columns(view: View, row: BookRow) -> set[int]:
    merged = (
        range(span.first_column, min(span.last_column, len(row.cells)) + 1)
        for span in view.spans_over(row.number)
    )
    return set(filled(row)).union(*merged)


def _spread(above: dict[int, str], below: Mapping[int, str], columns: Sequence[int]) -> None:
    """Let a heading without merged cells stand over the columns beside it that say more beneath."""
    parent = ""
    for at in columns:
        if above[at]:
            parent = above[at] if below[at] and below[at] != above[at] else ""
        elif below[at]:
            above[at] = parent


def _path(texts: Sequence[str]) -> tuple[str, ...]:
    path: list[str] = []
    for text in texts:
        if text and text not in path:
            path.append(text)
    return tuple(path)


def meaning_of_path(vocabulary: Vocabulary, path: Sequence[str]) -> Meaning:
    """Return what a column means by all that stands above it; the lowest says most."""
    if len(path) == 1:
        return vocabulary.meaning_of(path[0])
    *above, last = path
    parent = meaning_of_path(vocabulary, above)
    if beneath := vocabulary.beneath(parent.field, last):
        return beneath
    return _of_both(vocabulary, parent, last, " ".join(path))


def _of_both(vocabulary: Vocabulary, parent: Meaning, last: str, joined: str) -> Meaning:
    """Return the meaning of a heading broken over rows, of its last row, or of what is above it."""
    child, whole = vocabulary.meaning_of(last), vocabulary.meaning_of(joined)
    if parent is NO_MEANING and whole.confidence >= child.confidence:
        return whole
    if child is not NO_MEANING:
        return child
    if whole is not NO_MEANING and whole.field is not RosterField.UNKNOWN:
        return whole
    return Meaning(parent.field, min(parent.confidence, _INHERITED))


def told(vocabulary: Vocabulary, path: Sequence[str]) -> str:
    """Return a path as people read it: "Năm sinh – Nữ", but "Họ và tên" where it was broken."""
    if all(vocabulary.meaning_of(text) is NO_MEANING for text in path[:-1]):
        return " ".join(path)
    return BETWEEN.join(path)
