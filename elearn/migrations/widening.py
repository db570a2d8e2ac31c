"""Letting a column take more words than before, where a CHECK lists those it may take."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


def widen(table: str, column: str, check: str, words: Sequence[str], before: Sequence[str]) -> None:
    """Have the named CHECK of a table allow these words for a column, and not only those before.

    SQLite cannot alter a CHECK, and making a table anew loses those Alembic cannot see; so there
    the text of the schema is changed, which its makers allow for a CHECK that takes more:
    https://www.sqlite.org/lang_altertable.html, "Making Other Kinds Of Table Schema Changes".
    """
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(op.f(check), table, type_="check")
        op.create_check_constraint(op.f(check), table, f"{column} IN {_listed(words)}")
        return
    connection = op.get_bind()
    version = connection.scalar(sa.text("PRAGMA schema_version"))
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    changed = connection.execute(
        sa.text(
            "UPDATE sqlite_schema SET sql = replace(sql, :before, :after)"
            " WHERE type = 'table' AND name = :name AND instr(sql, :before) > 0"
        ),
        {
            "name": table,
            "before": f"{column} IN {_listed(before)}",
            "after": f"{column} IN {_listed(words)}",
        },
    )
    if changed.rowcount != 1:
        raise LookupError(f"no such CHECK in {table}: {column} IN {_listed(before)}")
    connection.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    connection.execute(sa.text("PRAGMA writable_schema = OFF"))


def _listed(words: Sequence[str]) -> str:
    return "(" + ", ".join(f"'{word}'" for word in words) + ")"
