import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from elearn.db import Change, ValidTime, changed, insert_missing
from tests.kernel.tables import Colour, Sample

pytestmark = pytest.mark.database
NOON = datetime(2026, 11, 21, 5, 0, 0, 123456, tzinfo=UTC)


def fail_after(database, change):
    with database.writing() as db:
        change(db)
        raise RuntimeError


@pytest.mark.parametrize(
    "statement",
    [
        insert(Sample).values(name="a"),
        update(Sample).values(name="a"),
        delete(Sample),
        text("CREATE TABLE another (id INTEGER)"),
    ],
)
def test_a_reader_cannot_write(real, statement):
    with real.reading() as db, pytest.raises(DBAPIError, match=r"read-?only"):
        db.execute(statement)


def test_a_connection_that_read_may_write_the_next_time(real):
    with real.reading() as db:
        db.scalar(select(func.count(Sample.id)))

    with real.writing() as db:
        db.add(Sample(name="a"))

    with real.reading() as db:
        assert db.scalar(select(Sample.name)) == "a"


def test_an_error_keeps_nothing(real):
    with pytest.raises(RuntimeError):
        fail_after(real, lambda db: db.execute(insert(Sample).values(name="a")))

    with real.reading() as db:
        assert db.scalar(select(func.count(Sample.id))) == 0


def test_writers_that_read_first_queue_and_lose_nothing(real):
    with real.writing() as db:
        db.add(Sample(id=1, name="0"))

    def add_one(_):
        with real.writing() as db:
            row = db.scalars(select(Sample).with_for_update()).one()
            row.name = str(int(row.name) + 1)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add_one, range(20)))

    with real.reading() as db:
        assert db.scalar(select(Sample.name)) == "20"


def test_a_reader_does_not_wait_for_a_writer(real):
    with real.writing() as writer:
        writer.add(Sample(name="under way"))
        writer.flush()

        with real.reading() as reader:
            assert reader.scalar(select(func.count(Sample.id))) == 0


def test_a_moment_comes_back_aware_and_in_utc(real):
    hanoi = NOON.astimezone(timezone(timedelta(hours=7)))
    with real.writing() as db:
        db.add(Sample(at=hanoi))

    with real.reading() as db:
        found = db.scalars(select(Sample)).one().at

    assert (found, found.tzinfo, found.microsecond) == (NOON, UTC, 123456)


def test_moments_compare_across_zones(real):
    hanoi = NOON.astimezone(timezone(timedelta(hours=7)))
    with real.writing() as db:
        db.add(Sample(at=NOON))

    with real.reading() as db:
        assert db.scalar(select(Sample.id).where(Sample.at >= hanoi, Sample.at <= hanoi))


def test_a_moment_without_a_zone_is_refused(real):
    with real.writes() as db, pytest.raises(StatementError, match="without a zone"):
        db.execute(insert(Sample).values(at=NOON.replace(tzinfo=None)))


def test_an_enum_is_kept_by_its_value_and_comes_back_whole(real):
    with real.writing() as db:
        db.add(Sample(colour=Colour.BLUE))

    with real.reading() as db:
        assert db.scalar(text("SELECT colour FROM sample")) == "blue"
        assert db.scalars(select(Sample.colour)).one() is Colour.BLUE


def test_the_database_itself_refuses_what_is_outside_the_set(real):
    with real.writes() as db, pytest.raises(IntegrityError, match="ck_sample_colour"):
        db.execute(text("INSERT INTO sample (colour) VALUES ('green')"))


def test_two_connections_insert_one_missing_row(real):
    together = threading.Barrier(4)

    def add(_):
        together.wait(30)
        with real.writing() as db:
            insert_missing(db, Sample, name="one", colour=Colour.RED)
            return db.scalar(select(Sample.id).where(Sample.name == "one"))

    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(add, range(4)))

    assert len(ids) == 1


def test_a_change_is_written_with_the_transaction_that_makes_it(real):
    with real.writing() as db:
        changed(db, "lecture", 7, now=NOON)
    with pytest.raises(RuntimeError):
        fail_after(real, lambda db: changed(db, "lecture", 8, now=NOON))

    with real.reading() as db:
        found = db.execute(select(Change.kind, Change.key, Change.at)).all()

    assert found == [("lecture", "7", NOON)]


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2025, 6, 30), False),
        (date(2025, 7, 1), True),
        (date(2025, 12, 31), True),
        (date(2026, 1, 1), False),
    ],
)
def test_a_dated_row_holds_on_both_its_ends(day, holds):
    class Dated(ValidTime):
        valid_from, valid_to = date(2025, 7, 1), date(2025, 12, 31)

    assert Dated().is_valid_on(day) is holds
