"""Whole columns into the database and out of it, and days as numbers, on each database."""

from contextlib import nullcontext
from datetime import UTC, date, datetime

import numpy as np
import pytest
from sqlalchemy import select

from elearn.db.arrays import Blobs, add_columns, columns, put_columns
from elearn.db.days import (
    FOREVER,
    UNKNOWN,
    day_number,
    number_of_day,
    number_of_local_day,
    numbered_day,
)
from tests.kernel.tables import Apart, Packed

KEYS = np.array([3, 1, 2])
NUMBERS = np.array([UNKNOWN, -1, FOREVER])


@pytest.fixture(autouse=True)
def _table(db):
    Apart.metadata.create_all(db.connection(), [Apart.metadata.tables["packed"]])


def test_columns_of_integers_go_in_and_come_out_row_by_row(db):
    put_columns(db, Packed, ["id", "number"], [KEYS, NUMBERS])

    keys, numbers = columns(db, select(Packed.id, Packed.number).order_by(Packed.id))
    assert keys.tolist() == [1, 2, 3]
    assert numbers.tolist() == [-1, FOREVER, UNKNOWN]


def test_small_integers_go_in_beside_others_with_bytes_and_without(db):
    blobs = Blobs(b"one", np.array([0, 3]))
    put_columns(db, Packed, ["id", "small"], [KEYS[:2], KEYS[:2]])
    put_columns(db, Packed, ["id", "small", "content"], [KEYS[:1] + 1, KEYS[:1], blobs])

    keys, small = columns(db, select(Packed.id, Packed.small).order_by(Packed.id))
    assert (keys.tolist(), small.tolist()) == ([1, 3, 4], [1, 3, 3])


def test_a_number_too_great_for_its_column_is_not_cut(db):
    is_narrow = db.get_bind().dialect.name == "postgresql"

    with pytest.raises(OverflowError) if is_narrow else nullcontext():
        put_columns(db, Packed, ["id", "number"], [KEYS, KEYS << 40])

    kept = db.scalars(select(Packed.number).order_by(Packed.id)).all()
    assert kept == ([] if is_narrow else [1 << 40, 2 << 40, 3 << 40])


def test_byte_strings_go_in_beside_integers(db):
    blobs = Blobs(b"onethree", np.array([0, 3, 3, 8]))
    put_columns(db, Packed, ["id", "content", "number"], [KEYS, blobs, NUMBERS])

    rows = db.execute(select(Packed.id, Packed.content, Packed.number).order_by(Packed.id)).all()
    assert rows == [(1, b"", -1), (2, b"three", FOREVER), (3, b"one", UNKNOWN)]


def test_rows_beyond_those_of_one_statement_go_in_too(db):
    many = np.arange(123)
    bounds = np.arange(124)
    put_columns(db, Packed, ["id", "number", "content"], [many, -many, Blobs(b"x" * 123, bounds)])

    keys, numbers = columns(db, select(Packed.id, Packed.number).order_by(Packed.id))
    assert (keys.tolist(), numbers.tolist()) == (many.tolist(), (-many).tolist())


def test_numbers_are_added_to_the_rows_that_are_there_and_others_are_new(db):
    put_columns(db, Packed, ["id", "number", "small"], [KEYS[:2], KEYS[:2], KEYS[:2]])

    add_columns(db, Packed, ["id", "number", "small"], [KEYS, np.array([10, -5, 7]), KEYS])

    rows = db.execute(select(Packed.id, Packed.number, Packed.small).order_by(Packed.id)).all()
    assert rows == [(1, -4, 2), (2, 7, 2), (3, 13, 6)]


def test_no_row_is_a_column_of_nothing(db):
    put_columns(db, Packed, ["id"], [KEYS[:0]])
    put_columns(db, Packed, ["id", "content"], [KEYS[:0], Blobs(b"", np.array([0]))])

    assert [column.size for column in columns(db, select(Packed.id, Packed.number))] == [0, 0]


def test_what_is_added_to_the_session_is_seen(db):
    db.add(Packed(id=5, number=7))

    assert columns(db, select(Packed.number))[0].tolist() == [7]


def test_nothing_known_is_no_number(db):
    db.add(Packed(id=5))

    with pytest.raises((TypeError, ValueError)):
        columns(db, select(Packed.number))


@pytest.mark.parametrize(
    "day", [date.min, date(1969, 12, 31), date(1970, 1, 1), date(2024, 2, 29), date.max]
)
def test_a_day_has_the_same_number_in_python_and_in_the_database(db, day):
    db.add(Packed(id=5, day=day))

    told = db.scalar(select(number_of_day(Packed.day)))
    assert told == day_number(day)
    assert numbered_day(told) == day


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 6, 30, 16, 59, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 17, tzinfo=UTC), date(2026, 7, 1)),
    ],
)
def test_a_moment_lies_in_the_day_it_was_here(db, moment, day):
    db.add(Packed(id=5, at=moment))

    told = db.scalar(select(number_of_local_day(Packed.at)))
    assert told == day_number(day)
