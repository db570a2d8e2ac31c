"""What Alembic runs: the migrations on the connection it was handed."""

from typing import Any, Literal

from alembic import context

from elearn.db import UtcDateTime
from elearn.migrations import tables


def render_item(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Write our own type as what it is in the database: migrations never import the house."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.METADATA,
    render_item=render_item,
    compare_type=True,
    render_as_batch=True,  # SQLite alters a table by making it anew.
)
with context.begin_transaction():
    context.run_migrations()
