"""Columns: what each means, by its heading and by what it holds."""

from collections.abc import Sequence
from dataclasses import replace

from elearn.people.roster.rules.books import BookRow
from elearn.people.roster.rules.headings import NO_MEANING
from elearn.people.roster.rules.layout.column import Column, Columns
from elearn.people.roster.rules.layout.counts import counted
from elearn.people.roster.rules.layout.guessing import guessed, parted
from elearn.people.roster.rules.layout.heads import Head
from elearn.people.roster.rules.layout.holding import holding_of
from elearn.people.roster.rules.layout.paths import told
from elearn.people.roster.rules.layout.view import View
from elearn.people.roster.rules.layout.weighing import as_held
from elearn.people.roster.rules.layouts import RosterField

#: Fields that may stand in several columns; of all others only one is taken.
_SEVERAL = frozenset(
    (
        RosterField.POST,
        RosterField.PLANNED_POST,
        RosterField.PHONE,
        RosterField.EDUCATION,
        RosterField.NOTE,
        RosterField.HEADCOUNT,
        RosterField.UNKNOWN,
    )
)


def columns_of(view: View, head: Head, body: Sequence[BookRow]) -> Columns:
    """Return what the columns of a table mean, by all that can be known of them."""
    columns = _told(view, head, body)
    for step in (counted if head.is_counting else as_held, parted, _once, guessed):
        columns = step(columns)
    return dict(sorted(columns.items()))


def _told(view: View, head: Head, body: Sequence[BookRow]) -> Columns:
    """Return the columns as their headings tell, and those without one that hold anything."""
    widest = max((len(row.cells) for row in body[:200]), default=0)
    found: Columns = {}
    for at in sorted({*head.paths, *range(min(widest, 100))}):
        path, holding = head.paths.get(at, ()), holding_of(body, at, view.hint)
        if not path and holding.is_empty:
            continue
        meaning = replace(
            head.meanings.get(at, NO_MEANING), group=view.vocabulary.group_of(" ".join(path))
        )
        text = told(view.vocabulary, path) if path else ""
        is_hidden = at in view.sheet.hidden_columns
        found[at] = Column(text, meaning, holding, is_hidden, is_beneath=len(path) > 1)
    return found


def _once(columns: Columns) -> Columns:
    """Return the columns with each field in one of them: a visible one before a hidden one."""
    found = dict(columns)
    best: dict[RosterField, int] = {}
    for at in sorted(columns, key=lambda at: _rank(columns[at], at)):
        field = columns[at].field
        first = best.setdefault(field, at)
        if first == at or (field in _SEVERAL and not columns[at].is_hidden):
            continue
        found[at] = columns[at].meant(RosterField.UNKNOWN, 0.0)
    return found


def _rank(column: Column, at: int) -> tuple[bool, bool, float, int]:
    return column.is_hidden, column.holding.is_empty, -column.meaning.confidence, at
