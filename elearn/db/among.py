"""Conditions on very many keys, sent as one value: naming each takes longer than to look it up."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ARRAY, BigInteger, ColumnElement, any_, bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session


def among(
    db: Session, key: ColumnElement[Any] | InstrumentedAttribute[Any], keys: Collection[int]
) -> ColumnElement[bool]:
    """Return the condition that a key is one of many."""
    if db.get_bind().dialect.name == "postgresql":
        return key == any_(bindparam(None, list(keys), ARRAY(BigInteger)))
    listed = func.json_each(json.dumps(list(keys))).table_valued("value")
    return key.in_(select(listed.c.value))
