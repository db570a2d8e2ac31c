"""The way of the schema: from nothing to the tables of the house, and back."""

import pytest
from alembic import command

from elearn import migrations
from elearn.db import Database
from tests import own

pytestmark = pytest.mark.database


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


def test_every_migration_can_be_taken_back(engine_anew):
    migrations.upgrade(engine_anew)

    with engine_anew.begin() as connection:
        command.downgrade(migrations.config(connection), "base")

    assert not migrations.is_current(engine_anew)
