"""Birthdays: texts, days, serial numbers, years, and days that never were."""

from datetime import date
from random import Random

from tests.make.rosters.values import Pen, Written

MESSES = ("two_digit_year", "excel_serial_date", "date_cell", "year only", "bad date")
QUESTION = "d/m or m/d? dd/mm assumed"
_ZERO = date(1899, 12, 30)
_NEVER = ("31/02/1988", "30/2/1979", "29/02/1985", "31/04/1990", "32/01/1990", "31/06/1982")


def written_date(born: date, pen: Pen) -> Written:
    """Return the day written in one way; without types (CSV) a day of the file is a text."""
    day = {"dob": born.isoformat()}
    if pen.makes("bad date"):
        bad = pen.chance.choice(_NEVER)
        return Written(bad, errors=(f"bad_date:{bad}",))
    if pen.makes("year only"):
        year = float(born.year) if pen.has_types and pen.chance.random() < 0.5 else str(born.year)
        return Written(year, told={"dob": str(born.year), "dob_precision": "year"})
    if pen.makes("excel_serial_date"):
        number = (born - _ZERO).days
        return Written(
            float(number) if pen.has_types else str(number), ("excel_serial_date",), told=day
        )
    if pen.makes("date_cell") and pen.has_types:
        return Written(born, ("date_cell",), told=day)
    if pen.makes("two_digit_year"):
        return _short(born, pen.chance)
    return Written(_plain(born, pen.chance), told=day)


def _plain(born: date, chance: Random) -> str:
    sign = chance.choice("///-.")
    if chance.random() < 0.6:
        return f"{born.day:02}{sign}{born.month:02}{sign}{born.year}"
    return f"{born.day}{sign}{born.month}{sign}{born.year}"


def _short(born: date, chance: Random) -> Written:
    """Return the day with two digits for the year; if it could be American, it is asked."""
    day = {"dob": born.isoformat()}
    year = born.year % 100
    if chance.random() < 0.4:
        return Written(f"{born.day:02}/{born.month:02}/{year:02}", ("two_digit_year",), told=day)
    could_turn = born.day <= 12 and born.day != born.month
    small = born.day < 10 or born.month < 10
    asked = {"question": QUESTION} if could_turn and small else {}
    text = f"{born.day}/{born.month}/{year:02}"
    return Written(text, ("two_digit_year",), told=day | asked)
