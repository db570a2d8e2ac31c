"""Days as numbers, in Python and within queries: arrays count with them, dates they cannot hold."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Return how many days after 1 January 1970 a day is."""
    return (day - EPOCH).days


def numbered_day(number: int) -> date:
    """Return the day of this number."""
    return EPOCH + timedelta(days=number)


#: What began before our records, and what has no end.
UNKNOWN = day_number(date.min)
FOREVER = day_number(date.max)


class number_of_day(GenericFunction[int]):  # noqa: N801  # SQLAlchemy names functions as SQL does
    """The number of a day that a query reads."""

    inherit_cache = True
    type = Integer()


class number_of_local_day(GenericFunction[int]):  # noqa: N801  # as above
    """The number of the day that it was, at a moment a query reads, where the users live."""

    inherit_cache = True
    type = Integer()


@compiles(number_of_day, "sqlite")
def _julian(element: number_of_day, compiler: Any, **options: Any) -> str:
    return _number_in_sqlite(compiler.process(element.clauses, **options))


@compiles(number_of_local_day, "sqlite")
def _local_julian(element: number_of_local_day, compiler: Any, **options: Any) -> str:
    moment = compiler.process(element.clauses, **options)
    return _number_in_sqlite(f"date({moment}, '+7 hours')")


def _number_in_sqlite(day: str) -> str:
    return f"CAST(julianday({day}) - 2440587.5 AS INTEGER)"


@compiles(number_of_day, "postgresql")
def _difference(element: number_of_day, compiler: Any, **options: Any) -> str:
    return f"({compiler.process(element.clauses, **options)} - DATE '1970-01-01')"


@compiles(number_of_local_day, "postgresql")
def _local_difference(element: number_of_local_day, compiler: Any, **options: Any) -> str:
    moment = compiler.process(element.clauses, **options)
    return f"(CAST({moment} AT TIME ZONE 'Asia/Ho_Chi_Minh' AS DATE) - DATE '1970-01-01')"
