"""The same figure by DuckDB, in memory, over the same rows: a floor for any day's figure."""

import random
import time
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import numpy as np
from sqlalchemy import Select, case, select

from elearn import areas, catalogue, coverage, learning, people
from elearn.catalogue import ContentTag
from elearn.coverage.queries.figures import figures_of
from elearn.coverage.queries.ground import ground_of, sites_of
from elearn.db import Database
from elearn.db.arrays import columns
from elearn.db.days import FOREVER, day_number, number_of_day
from scripts.proofs._coverage_counting import INDICATORS, SCHEME, random_days

_ASKED = """
WITH here AS (
    SELECT DISTINCT coalesce(j.whole, t.person) AS person, l.province
    FROM tenure t
    JOIN place p ON p.unit = t.unit AND p.first <= $day AND p.last >= $day
    JOIN lie l ON l.area = p.area AND l.first <= $day AND l.last >= $day
    LEFT JOIN joined j ON j.entry = t.person
    WHERE t.is_head = 1 AND t.first <= $day AND t.last >= $day AND l.province >= 0
), done AS (
    SELECT DISTINCT coalesce(j.whole, c.person) AS person
    FROM completion c
    JOIN fitting f ON f.version = c.version
    LEFT JOIN joined j ON j.entry = c.person
    WHERE c.day BETWEEN $first AND $day
)
SELECT province, count(*), count(done.person)
FROM here LEFT JOIN done ON done.person = here.person
GROUP BY province
"""
DATES = 20


@dataclass(frozen=True, slots=True)
class Compared:
    """The median seconds of one figure in all provinces, ours and DuckDB's, and whether equal."""

    ours_s: float
    duckdb_s: float
    is_equal: bool


def compare(database: Database, chance: random.Random) -> Compared:
    """Ask both for branch heads trained in every province, as it was, on random days."""
    with duckdb.connect() as scan:
        _hand_over(database, scan)
        ours, theirs, is_equal = [], [], True
        for day in random_days(chance, DATES):
            begun = time.perf_counter()
            figures = _asked(database, day)
            between = time.perf_counter()
            asked = {"day": day_number(day), "first": day_number(date(2019, 1, 1))}
            found = {key: (n, k) for key, n, k in scan.execute(_ASKED, asked).fetchall()}
            ours.append(between - begun)
            theirs.append(time.perf_counter() - between)
            is_equal &= figures == found
    return Compared(float(np.median(ours)), float(np.median(theirs)), is_equal)


def _asked(database: Database, day: date) -> dict[int, tuple[int, int]]:
    """Return people in post and trained of each province in which there is anybody."""
    with database.reading() as db:
        scheme = coverage.scheme_by_key(coverage.schemes_known(db), SCHEME)
        indicator = coverage.indicator_by_key(scheme, INDICATORS[0])
        country = areas.version_on(db, areas.root(db).id, day)
        asked = coverage.Asked(scheme, country.area_id, country.path, day)
        keys = [one.area_id for one in areas.children_of(db, country.area_id, day)]
        found = figures_of(db, asked, [indicator], keys)
    return {key: (one.in_post, one.reached) for (_, key), one in found.items() if one.in_post}


def _hand_over(database: Database, scan: duckdb.DuckDBPyConnection) -> None:
    """Give DuckDB the rows as columns of numbers; that takes no part in the times."""
    with database.reading() as db:
        lie = ground_of(db, None).lie
        provinces = np.ascontiguousarray(lie.areas[:, 1])
        tables = {
            "tenure": (("person", "unit", "is_head", "first", "last"), columns(db, _held())),
            "completion": (("person", "version", "day"), columns(db, _completed())),
            "fitting": (("version",), columns(db, _fitting())),
            "joined": (("entry", "whole"), columns(db, _joined())),
            "place": (("unit", "area", "first", "last"), sites_of(db, None)),
            "lie": (
                ("area", "first", "last", "province"),
                (lie.area, lie.first, lie.last, provinces),
            ),
        }
    for name, (names, arrays) in tables.items():
        scan.register("handed", dict(zip(names, arrays, strict=True)))
        scan.execute(f"CREATE TABLE {name} AS SELECT * FROM handed")  # noqa: S608  # A name of ours.
        scan.unregister("handed")


def _held() -> Select[Any]:
    tenure = people.Tenure
    is_head = case((tenure.post_key == "branch_head", 1), else_=0)
    last = case((tenure.valid_to.is_(None), FOREVER), else_=number_of_day(tenure.valid_to))
    first = number_of_day(tenure.valid_from)
    held = select(tenure.person_id, tenure.org_unit_id, is_head, first, last)
    return held.where(tenure.is_current())


def _completed() -> Select[int, int, int]:
    done = learning.Completion
    day = number_of_day(done.completed_on)
    return select(done.person_id, done.programme_version_id, day).where(done.is_current())


def _fitting() -> Select[Any]:
    tag = catalogue.ProgrammeTag
    return select(tag.programme_version_id).where(tag.tag == ContentTag.UNION_DUTY)


def _joined() -> Select[int, int | None]:
    person = people.Person
    return select(person.id, person.same_as_id).where(person.same_as_id.is_not(None))
