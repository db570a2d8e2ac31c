"""A value in the reader's format, and that read back into the format of the table."""

import re
from collections.abc import Callable
from datetime import date

from elearn.coverage.checking.rules.numbers import number_of, written
from elearn.coverage.checking.rules.table import Row
from elearn.coverage.checking.rules.units import BOUND_WORDS, Kind, Unit
from elearn.text import Message, msg

_THINGS: dict[str, Message] = {
    "person": msg("người"),
    "participation": msg("lượt"),
    "class": msg("lớp"),
    "billion_vnd": msg("tỷ đồng"),
    "million_vnd": msg("triệu đồng"),
}
_FORMS: dict[Kind, Callable[[str], str]] = {
    Kind.DATE: lambda value: f"{date.fromisoformat(value):%d/%m/%Y}",
    Kind.PERIOD: lambda value: value.replace("-", "–"),
    Kind.YEAR: str,
    Kind.RATIO: str,
    Kind.TEXT: str,
}
_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_SIGNED = re.compile(r"-?[\d.,]+")


def printed(row: Row) -> str:
    """Return the value as reports print it: "trên 65.000 người", 80,6%, 22/09/2023."""
    form = _FORMS.get(row.unit.kind)
    return form(row.value) if form else with_unit(written(row.number), row.unit)


def with_unit(number: str, unit: Unit) -> str:
    """Return a printed number with the words its unit has."""
    if unit.kind is Kind.PERCENT:
        number = f"{number}%"
    bound = [str(BOUND_WORDS[unit.bound])] if unit.bound else []
    thing = [str(_THINGS[unit.thing])] if unit.thing in _THINGS else []
    return " ".join([*bound, number, *thing])


def read_back(text: str, kind: Kind) -> str:
    """Return what was printed in the format of the table."""
    if kind is Kind.DATE:
        return _DAY.sub(r"\3-\2-\1", text)
    if kind is Kind.PERIOD:
        return text.replace("–", "-")
    found = None if kind in _FORMS else _SIGNED.search(text)
    return f"{number_of(found.group())}" if found else text
