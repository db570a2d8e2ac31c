"""Definitions in the database: versions where something differs, and never an old one altered."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from elearn import clock, coverage
from elearn.coverage.rules.stored import indicator_read, indicator_stored
from tests.coverage.defined import counts


def test_what_ships_is_known_as_the_file_says_it(db):
    known = coverage.schemes_known(db)

    unversioned = tuple(
        replace(
            scheme,
            version_id=None,
            number=None,
            indicators=tuple(
                replace(one, version_id=None, number=None) for one in scheme.indicators
            ),
        )
        for scheme in known
    )
    assert unversioned == coverage.schemes()
    assert all(one.version_id and one.number == 1 for item in known for one in item.indicators)


def test_to_ask_for_what_is_known_takes_two_queries(db, count_queries):
    with count_queries() as queries:
        coverage.schemes_known(db)

    assert len(queries) == 2


def test_a_second_load_writes_nothing(db):
    before = counts(db)

    written = coverage.load_definitions(db, coverage.schemes(), now=clock.now())

    assert (written, counts(db)) == (coverage.Loaded(), before)


def test_a_change_of_one_figure_adds_a_version_of_it_and_of_its_scheme_alone(db):
    before, [first, *rest] = counts(db), coverage.schemes()
    first_figure, *others = first.indicators
    changed = replace(first_figure, exclusion=None)
    now = clock.now() + timedelta(days=1)

    written = coverage.load_definitions(
        db, [replace(first, indicators=(changed, *others)), *rest], now=now
    )

    assert [(row.key, row.number) for row in written.indicators] == [(first_figure.key, 2)]
    assert counts(db) == (before[0], before[1] + 1)
    known = coverage.schemes_known(db)[0]
    assert (known.indicators[0].number, known.indicators[1].number) == (2, 1)


def test_the_moment_of_knowing_picks_the_version(db):
    first, *_ = coverage.schemes()
    renamed = replace(first, title="Tên mới")
    before, now = clock.now(), clock.now() + timedelta(days=1)

    coverage.load_definitions(db, [renamed], now=now)

    assert coverage.schemes_known(db)[0].title == "Tên mới"
    assert coverage.schemes_known(db, before)[0].title == first.title
    assert coverage.schemes_known(db, now)[0].title == "Tên mới"
    assert coverage.schemes_known(db, before - timedelta(days=9999))[0].title == first.title


@pytest.mark.parametrize("table", ["scheme_version", "indicator_version"])
@pytest.mark.parametrize("act", ["UPDATE {} SET number = 9", "DELETE FROM {}"])
def test_what_was_once_defined_is_never_altered(db, table, act):
    with pytest.raises(DBAPIError), db.begin_nested():
        db.execute(text(act.format(table)))


def test_every_figure_is_read_as_it_was_stored():
    for scheme in coverage.schemes():
        for one in scheme.indicators:
            plain = json.loads(json.dumps(indicator_stored(one)))
            assert indicator_read(plain, one.targets) == one
