import pytest
from sqlalchemy import func, select, text

from elearn.db import Database
from elearn.errors import Refusal
from tests.kernel.tables import Sample

pytestmark = pytest.mark.database
END_OTHERS = """SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""


def shown(db, names):
    """What the engine says about settings: pragmas of SQLite, parameters of PostgreSQL."""
    ask = "PRAGMA " if db.get_bind().dialect.name == "sqlite" else "SHOW "
    return {name: db.scalar(text(ask + name)) for name in names}


SQLITE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30000}
WRITER = {
    "sqlite": SQLITE | {"query_only": 0},
    "postgresql": {"synchronous_commit": "on", "transaction_read_only": "off", "TimeZone": "UTC"},
}
READER = {
    "sqlite": SQLITE | {"query_only": 1},
    "postgresql": {"transaction_read_only": "on", "TimeZone": "UTC"},
}


def test_a_writers_connection_is_durable(real):
    wanted = WRITER[real.engine.dialect.name]

    with real.writing() as db:
        assert shown(db, wanted) == wanted


def test_every_readers_connection_is_like_the_first(real):
    wanted = READER[real.engine.dialect.name]

    with real.reading() as one, real.reading() as two, real.reading() as three:
        found = [shown(db, wanted) for db in (one, two, three)]

    assert found == [wanted] * 3


def test_a_connection_the_server_has_closed_is_replaced_unseen(real):
    with real.writing() as db, real.reading() as reader:
        db.add(Sample(name="a"))
        reader.scalar(select(func.count(Sample.id)))
    if real.engine.dialect.name == "postgresql":
        with real.reading() as one, real.reading() as other:
            other.scalar(select(func.count(Sample.id)))
            one.execute(text(END_OTHERS))

    with real.writing() as db, real.reading() as reader:
        db.add(Sample(name="b"))
        assert reader.scalar(select(func.count(Sample.id))) == 1


@pytest.mark.parametrize(
    "address", ["mysql://db/elearn", "elearn.sqlite3", "sqlite+pysqlcipher://"]
)
def test_an_address_of_an_unknown_kind_is_refused(address):
    with pytest.raises(Refusal, match="ELEARN_DATABASE_URL"):
        Database.at(address)


def test_a_plain_address_of_postgresql_is_enough():
    assert Database.at("postgresql://db/elearn").engine.dialect.driver == "psycopg"
