"""Columns of places that are written once for several rows: merged downwards, or left empty."""

from elearn.people.roster.rules.layout.body import Body
from elearn.people.roster.rules.layout.column import Columns
from elearn.people.roster.rules.layout.plain import is_filled
from elearn.people.roster.rules.layout.view import View
from elearn.people.roster.rules.layouts import RosterField

_PLACES = frozenset(
    (RosterField.UNIT, RosterField.COMMUNE, RosterField.DISTRICT, RosterField.PROVINCE)
)
#: What a merged cell says of all its rows, but an empty one never says.
_MERGED = _PLACES | {
    RosterField.BRANCH,
    RosterField.DECISION,
    RosterField.SINCE,
    RosterField.TERM,
    RosterField.HEADCOUNT_DAY,
}
_LOOKED_AT = 2_000
_OFTEN_EMPTY = 0.3


def carried_of(view: View, columns: Columns, body: Body) -> tuple[int, ...]:
    """Return the columns of places whose empty cells mean the cell above."""
    if body.groups:
        return ()
    return tuple(at for at, one in columns.items() if one.field in _PLACES and _is(view, at, body))


def _is(view: View, column: int, body: Body) -> bool:
    """Return whether the first entry has the place and many after it have none."""
    rows = body.entries[:_LOOKED_AT]
    filled = [is_filled(view.cell(row, column)) for row in rows]
    return bool(filled) and filled[0] and filled.count(False) >= len(filled) * _OFTEN_EMPTY


def is_merged_down(field: RosterField) -> bool:
    """Return whether a cell of this field that is merged downwards speaks of all its rows."""
    return field in _MERGED
