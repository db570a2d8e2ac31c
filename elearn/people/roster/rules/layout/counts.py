"""Columns of tables that tell how many there are, and not who."""

from elearn.people.roster.rules.layout.column import Column, Columns, has
from elearn.people.roster.rules.layout.looks import Look
from elearn.people.roster.rules.layout.weighing import as_held
from elearn.people.roster.rules.layouts import RosterField

_SURE, _LIKELY = 0.9, 0.6
_KEPT = frozenset(
    (
        RosterField.NUMBER,
        RosterField.UNIT,
        RosterField.BRANCH,
        RosterField.COMMUNE,
        RosterField.DISTRICT,
        RosterField.PROVINCE,
        RosterField.NOTE,
        RosterField.DECISION,
        RosterField.HEADCOUNT_GROUP,
        RosterField.HEADCOUNT_DAY,
        RosterField.REPORTING_STATE,
        RosterField.OUR_RESULT,
    )
)


def counted(columns: Columns) -> Columns:
    """Return the columns as those of units: groups side by side, or one beneath the other."""
    found = as_held({at: _counting(one) for at, one in columns.items()})
    of_groups = {at for at, one in found.items() if _is_of_a_group(one)}
    if not of_groups and not has(found, (RosterField.HEADCOUNT_GROUP,)):
        return found
    return {
        at: one.meant(RosterField.UNKNOWN, _SURE) if of_groups and _is_sum(one) else one
        for at, one in found.items()
    }


def _counting(column: Column) -> Column:
    if column.field is RosterField.UNTIL:
        return column.meant(RosterField.HEADCOUNT_DAY, column.meaning.confidence)
    if column.field in _KEPT:
        return column
    if column.field is RosterField.HEADCOUNT:
        return column
    if column.meaning.group and not column.is_beneath and _is_numbers(column):
        return column.meant(RosterField.HEADCOUNT, _SURE)
    return column.meant(RosterField.UNKNOWN, _LIKELY)


def _is_numbers(column: Column) -> bool:
    return column.holding.is_empty or column.holding.share(Look.NUMBER, Look.YEAR) >= 0.5


def _is_of_a_group(column: Column) -> bool:
    return column.field is RosterField.HEADCOUNT and column.meaning.group is not None


def _is_sum(column: Column) -> bool:
    """Return whether a column sums up what the groups beside it say."""
    return column.field is RosterField.HEADCOUNT and column.meaning.group is None


def titled(columns: Columns, group: str | None) -> Columns:
    """Return the columns with the group of the title for a number that says not of whom it is."""
    unsaid = [at for at, one in columns.items() if _is_sum(one)]
    if group is None or len(unsaid) != 1 or has(columns, (RosterField.HEADCOUNT_GROUP,)):
        return columns
    one = columns[unsaid[0]]
    return columns | {unsaid[0]: one.of(group, _LIKELY)}
