"""Columns without a heading, guessed from what they hold; a person should look at them."""

from elearn.people.roster.rules.layout.column import Column, Columns, has
from elearn.people.roster.rules.layout.looks import Look
from elearn.people.roster.rules.layouts import RosterField

_GUESSED = 0.4
_SHARE = 0.6
_BY_LOOK = {
    RosterField.NAME: (Look.NAME,),
    RosterField.PHONE: (Look.PHONE,),
    RosterField.BORN: (Look.DAY, Look.YEAR),
    RosterField.GENDER: (Look.GENDER,),
    RosterField.POST: (Look.POST,),
    RosterField.COMMUNE: (Look.COMMUNE,),
    RosterField.BRANCH: (Look.BRANCH,),
    RosterField.DISTRICT: (Look.DISTRICT,),
}
#: Columns that make another one of the same kind unneeded.
_ALSO = {
    RosterField.BORN: (RosterField.BORN_MALE, RosterField.BORN_FEMALE),
    RosterField.GENDER: (RosterField.IS_MALE, RosterField.IS_FEMALE, RosterField.BORN_FEMALE),
    RosterField.COMMUNE: (RosterField.UNIT,),
}

#: How a given name may look: "Nam" is one, and a sex.
_ONE_WORD = (Look.WORD, Look.GENDER, Look.MARK)


def guessed(columns: Columns) -> Columns:
    """Return the columns with a low guess for those without a heading that tell something new."""
    found = dict(columns)
    for field, looks in _BY_LOOK.items():
        if has(found, (field, *_ALSO.get(field, ()))):
            continue
        shares = {at: one.holding.share(*looks) for at, one in found.items() if _is_open(one)}
        best = max(shares, key=lambda at: (shares[at], -at), default=None)
        if best is not None and shares[best] >= _SHARE:
            found[best] = found[best].meant(field, _GUESSED)
    return found


def _is_open(column: Column) -> bool:
    return column.field is RosterField.UNKNOWN and not column.text and not column.is_hidden


def parted(columns: Columns) -> Columns:
    """Return the columns with a name's last word known as such where it has its own column."""
    found = dict(columns)
    names = [at for at, one in columns.items() if one.field is RosterField.NAME]
    given = [at for at, one in columns.items() if one.field is RosterField.GIVEN_NAME]
    if given and not names and columns[given[0]].holding.share(Look.NAME) >= _SHARE:
        found[given[0]] = columns[given[0]].meant(RosterField.NAME, _SHARE)
    for at in names:
        beside = columns.get(at + 1)
        if beside and _is_rest_of_name(beside):
            found[at + 1] = beside.meant(RosterField.GIVEN_NAME, columns[at].meaning.confidence)
    return found


def _is_rest_of_name(beside: Column) -> bool:
    is_told = beside.field is RosterField.NAME or not beside.text
    return is_told and beside.holding.share(*_ONE_WORD) >= _SHARE
