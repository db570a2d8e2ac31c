"""The day before a day that a query reads."""

from datetime import date
from typing import Any

from sqlalchemy import Date
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction


class day_before(GenericFunction[date]):  # noqa: N801  # SQLAlchemy names functions as SQL does
    """The day before a day."""

    inherit_cache = True
    type = Date()


@compiles(day_before, "sqlite")
def _in_sqlite(element: day_before, compiler: Any, **options: Any) -> str:
    return f"date({compiler.process(element.clauses, **options)}, '-1 day')"


@compiles(day_before, "postgresql")
def _in_postgresql(element: day_before, compiler: Any, **options: Any) -> str:
    return f"({compiler.process(element.clauses, **options)} - 1)"
