"""The way of the schema: from nothing to the tables of the house, and back."""

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, text
from sqlalchemy.engine.interfaces import ReflectedForeignKeyConstraint

from elearn import migrations
from elearn.db import Database
from tests import bases, own

pytestmark = pytest.mark.database
_TRIGGERS = {
    "sqlite": "SELECT tbl_name, name FROM sqlite_schema WHERE type = 'trigger'",
    "postgresql": "SELECT relname, tgname FROM pg_trigger"
    " JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal",
}


@pytest.fixture
def engine_anew(tmp_path):
    """An engine on an empty database of the kind under test."""
    with own.address(tmp_path) as address:
        engine = Database.at(address).engine
        yield engine
        engine.dispose()


def test_the_migrations_make_the_tables_of_the_house(engine_anew):
    assert not migrations.is_current(engine_anew)

    migrations.upgrade(engine_anew)
    migrations.upgrade(engine_anew)

    assert migrations.is_current(engine_anew)
    migrations.check(engine_anew)


def test_all_can_be_taken_back_and_refused_what_the_tables_of_the_house_refuse(engine_anew):
    migrations.upgrade(engine_anew)
    migrated = _schema(engine_anew)
    with engine_anew.begin() as connection:
        command.downgrade(migrations.config(connection), "base")
    assert not migrations.is_current(engine_anew)

    bases.METADATA.create_all(engine_anew)

    assert migrated == _schema(engine_anew)


def _schema(engine: Engine) -> dict[str, set[str]]:
    """Return, of each table, what alembic does not compare: checks, references and triggers."""
    found = inspect(engine)
    triggers = _TRIGGERS[engine.dialect.name]
    with engine.connect() as connection:
        guarded = [tuple(row) for row in connection.execute(text(triggers))]
    return {
        name: {
            *(f"{one['name']}: {one['sqltext']}" for one in found.get_check_constraints(name)),
            *(_reference(one) for one in found.get_foreign_keys(name)),
            *(f"trigger {trigger}" for table, trigger in guarded if table == name),
        }
        for name in found.get_table_names()
        if name != "alembic_version"
    }


def _reference(key: ReflectedForeignKeyConstraint) -> str:
    """Return what a reference says; SQLite forgets the name of one added to a table."""
    columns, others = key["constrained_columns"], key["referred_columns"]
    return f"{columns} → {key['referred_table']}{others} {key['options']}"
