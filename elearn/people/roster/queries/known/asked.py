"""Many rows of values handed to a query as one, to be joined with: by names, days and places."""

import json
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ARRAY, Date, Integer, Text, bindparam, cast, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.expression import ColumnElement
from sqlalchemy.types import TypeEngine

Columns = dict[str, type[Text] | type[Integer] | type[Date]]


def asked(
    db: Session, columns: Columns, rows: Collection[Sequence[Any]]
) -> Sequence[ColumnElement[Any]]:
    """Return the columns of a table of these rows; each row of values as `columns` says."""
    if db.get_bind().dialect.name == "postgresql":
        return _unnested(columns, rows)
    listed = func.json_each(json.dumps(list(rows), default=str)).table_valued("value", name="asked")
    found = [
        cast(func.json_extract(listed.c.value, f"$[{place}]"), _kept(kind)).label(name)
        for place, (name, kind) in enumerate(columns.items())
    ]
    return tuple(select(*found).subquery("asked").c)


def _kept(kind: type[TypeEngine[Any]]) -> type[TypeEngine[Any]]:
    """Return as what SQLite keeps such a value: days are texts there."""
    return Text if kind is Date else kind


def _unnested(columns: Columns, rows: Collection[Sequence[Any]]) -> Sequence[ColumnElement[Any]]:
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [
        bindparam(None, list(some), ARRAY(kind))
        for some, kind in zip(values, columns.values(), strict=True)
    ]
    table = func.unnest(*arrays).table_valued(*columns, name="asked").render_derived()
    return tuple(table.c)
