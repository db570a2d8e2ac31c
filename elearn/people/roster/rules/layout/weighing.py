"""Headings that may mean several things, decided by what stands beneath them."""

from collections.abc import Callable

from elearn.people.roster.rules.layout.column import Column, Columns, has
from elearn.people.roster.rules.layout.holding import Holding
from elearn.people.roster.rules.layout.looks import Look
from elearn.people.roster.rules.layout.paths import BETWEEN
from elearn.people.roster.rules.layouts import RosterField


def _unit(columns: Columns, holding: Holding) -> RosterField | None:
    """Return what a column "Đơn vị" tells: the place of which most cells speak, or a post."""
    if not has(columns, (RosterField.POST,)) and holding.share(Look.POST) >= 0.5:
        return RosterField.POST
    if holding.share(Look.BRANCH) >= 0.5:
        return RosterField.BRANCH
    if holding.share(Look.COMMUNE) >= 0.5:
        return RosterField.COMMUNE
    if holding.share(Look.DISTRICT) >= 0.5:
        return RosterField.DISTRICT
    return RosterField.PROVINCE if holding.share(Look.PROVINCE) >= 0.5 else None


def _branch(columns: Columns, holding: Holding) -> RosterField | None:
    """Return that a column "Chi hội" or "Địa phương" holds communes, if it does."""
    if not has(columns, (RosterField.COMMUNE,)) and holding.share(Look.COMMUNE) >= 0.6:
        return RosterField.COMMUNE
    return None


def _commune(columns: Columns, holding: Holding) -> RosterField | None:
    if not has(columns, (RosterField.BRANCH,)) and holding.share(Look.BRANCH) >= 0.6:
        return RosterField.BRANCH
    if not has(columns, (RosterField.DISTRICT,)) and holding.share(Look.DISTRICT) >= 0.6:
        return RosterField.DISTRICT
    return None


def _note(columns: Columns, holding: Holding) -> RosterField | None:
    if not has(columns, (RosterField.POST,)) and holding.share(Look.POST) >= 0.5:
        return RosterField.POST
    if not has(columns, (RosterField.PHONE,)) and holding.share(Look.PHONE) >= 0.5:
        return RosterField.PHONE
    return None


def _education(columns: Columns, holding: Holding) -> RosterField | None:
    has_theory = has(columns, (RosterField.POLITICAL_THEORY,))
    if not has_theory and holding.share(Look.THEORY) >= 0.7:
        return RosterField.POLITICAL_THEORY
    return None


def _female(_columns: Columns, holding: Holding) -> RosterField | None:
    return RosterField.BORN_FEMALE if holding.share(Look.DAY, Look.YEAR) >= 0.5 else None


def _unknown(columns: Columns, holding: Holding) -> RosterField | None:
    """Return that "Nam" means a man or his year of birth, where a column "Nữ" stands beside it."""
    if has(columns, (RosterField.IS_FEMALE,)) and holding.share(Look.MARK) >= 0.5:
        return RosterField.IS_MALE
    if has(columns, (RosterField.BORN,)) or holding.share(Look.YEAR, Look.DAY) < 0.5:
        return None
    return RosterField.BORN_MALE if has(columns, (RosterField.BORN_FEMALE,)) else None


def _gender(_columns: Columns, holding: Holding) -> RosterField | None:
    return RosterField.IS_FEMALE if holding.share(Look.MARK) >= 0.5 else None


def _post(_columns: Columns, holding: Holding) -> RosterField | None:
    if holding.share(Look.COMMUNE, Look.BRANCH) >= 0.7 and holding.share(Look.POST) < 0.1:
        return RosterField.UNIT
    return None


_AS_HELD: dict[RosterField, Callable[[Columns, Holding], RosterField | None]] = {
    RosterField.UNIT: _unit,
    RosterField.BRANCH: _branch,
    RosterField.COMMUNE: _commune,
    RosterField.NOTE: _note,
    RosterField.EDUCATION: _education,
    RosterField.IS_FEMALE: _female,
    RosterField.GENDER: _gender,
    RosterField.POST: _post,
}
_EXPECTED: dict[RosterField, tuple[Look, ...]] = {
    RosterField.BORN: (Look.DAY, Look.YEAR, Look.NUMBER, Look.OTHER),
    RosterField.PHONE: (Look.PHONE, Look.OTHER, Look.ID),
    RosterField.NAME: (Look.NAME, Look.OTHER, Look.POST, Look.BRANCH, Look.SCHOOLING),
}
_SURE, _DOUBTED = 0.75, 0.5


def as_held(columns: Columns) -> Columns:
    """Return the columns with what they hold weighed against what their headings say."""
    found = dict(columns)
    for at, column in columns.items():
        rule = _AS_HELD.get(column.field)
        if rule and (field := rule(found, column.holding)):
            found[at] = column.meant(field, _SURE)
        elif _contradicts(column):
            found[at] = column.meant(column.field, column.meaning.confidence * _DOUBTED)
    return _men_beside(found)


def _men_beside(columns: Columns) -> Columns:
    for at, column in columns.items():
        if _is_of_men(column) and (field := _unknown(columns, column.holding)):
            return columns | {at: column.meant(field, _SURE)}
    return columns


def _is_of_men(column: Column) -> bool:
    """Return whether the lowest heading is "Nam", which is no year: with diacritics."""
    lowest = column.text.rpartition(BETWEEN)[2]
    return column.field is RosterField.UNKNOWN and lowest.lower() == "nam"


def _contradicts(column: Column) -> bool:
    expected = _EXPECTED.get(column.field)
    return bool(expected and not column.holding.is_empty and column.holding.share(*expected) < 0.5)
