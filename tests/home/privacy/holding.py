"""Which tables hold something of a person, and a search of the whole database for some words."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from sqlalchemy import JSON, Column, String, Table, Text, cast, exists, or_, select, true
from sqlalchemy.orm import Mapper, Session

from elearn.home.privacy.gathering import HOLDERS
from elearn.migrations import tables

METADATA = tables.METADATA
_WAYS = {"person", "account", "sign_in_session"}
MAPPERS: dict[str, Mapper[Any]] = {
    mapper.class_.__tablename__: mapper for mapper in tables.db.Base.registry.mappers
}


def leads_to_a_person(column: Column[Any]) -> bool:
    """Whether a column holds the key of a person, or of her account or device."""
    if column.name.endswith("_by_id") and not column.foreign_keys:
        return True
    targets = {key.column.table.name for key in column.foreign_keys}
    return column.name == "person_id" or bool(targets & _WAYS)


def tables_about_people() -> list[Table]:
    tables = METADATA.sorted_tables
    found = [table for table in tables if any(map(leads_to_a_person, table.columns))]
    return [*found, METADATA.tables["person"]] if METADATA.tables["person"] not in found else found


def holder_of(table: Table) -> ModuleType:
    """Return the `personal` of the domain a table belongs to."""
    module = MAPPERS[table.name].class_.__module__
    return next(one for one in HOLDERS if module.startswith(one.__name__.removesuffix("personal")))


def found_in(db: Session, *words: str) -> Iterator[str]:
    """Yield table.column wherever one of the words stands, in whatever form text is kept."""
    for table in METADATA.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, JSON):
                values = [str(value) for value in db.scalars(select(column))]
                holds = any(word in value for word in words for value in values)
            elif isinstance(column.type, String):
                named = or_(*(cast(column, Text).contains(word) for word in words))
                holds = bool(db.scalar(select(true()).where(exists(select(column).where(named)))))
            else:
                continue
            if holds:
                yield f"{table.name}.{column.name}"
