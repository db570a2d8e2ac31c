"""Having the database itself refuse to alter what was written once, on either kind."""

from collections.abc import Iterable

import sqlalchemy as sa


def guard(connection: sa.Connection, tables: Iterable[str], *acts: str) -> None:
    """Refuse UPDATE or DELETE of the rows of some tables."""
    for name in tables:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(
                f"CREATE TRIGGER never_altered BEFORE {' OR '.join(acts)} ON {name}"
                " FOR EACH ROW EXECUTE FUNCTION refuse_alteration()"
            )
            continue
        for act in acts:
            connection.exec_driver_sql(
                f"CREATE TRIGGER {name}_no_{act} BEFORE {act} ON {name}"
                f" BEGIN SELECT RAISE(ABORT, '{name} is never altered'); END"
            )


def unguard(connection: sa.Connection, tables: Iterable[str], *acts: str) -> None:
    """Allow again what was refused."""
    for name in tables:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"DROP TRIGGER never_altered ON {name}")
            continue
        for act in acts:
            connection.exec_driver_sql(f"DROP TRIGGER {name}_no_{act}")
