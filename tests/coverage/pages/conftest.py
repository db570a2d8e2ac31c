"""A small country, counted once a file: three in Hưng Hà, four in Hạ Long, two in Thái Bình."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from elearn import coverage, people
from tests import bases
from tests.make import classes as courses
from tests.make import coverage as make
from tests.make import people as roster
from tests.make.areas import BEFORE, area

BRANCH = people.UnitKind.BRANCH
LONG_SINCE = date(2019, 1, 1)


@dataclass(frozen=True, slots=True)
class Country:
    """Who stands in it, by given names, and the scheme it is counted by."""

    scheme: coverage.Scheme
    keys: dict[str, int]


@pytest.fixture(scope="module")
def counted(engine: Engine) -> Iterator[tuple[Connection, Country]]:
    with engine.connect() as connection, closing(connection.begin()):
        with bases.within(connection).writes() as db:
            country = _country(db)
            db.commit()
        yield connection, country


def _country(db: Session) -> Country:
    version = make.programme(db)
    names = ("Bùi Thị Thoa", "Vũ Thị Ngát", "Lê Thị Dung")
    found = [*(make.head(db, name) for name in names), *_in_ha_long(db), _in_thai_binh(db)]
    for one in (found[0], found[3], found[7]):
        make.trained(db, one, version, date(2024, 3, 8))
    learning = courses.training_class(db, courses.course(db))
    db.add(make.tag(learning.programme_version_id))
    courses.participation(db, learning, found[4])
    _in_a_district(db)
    scheme = make.counted(db, make.scheme())[0]
    return Country(scheme, {one.given_name: one.id for one in found})


def _in_ha_long(db: Session) -> list[people.Person]:
    """Make one who is trained, one in a class, one new in post, one whom nothing has reached."""
    branch = roster.org_unit(
        db, "Chi hội khu 1", at=area(db, "Phường Hạ Long"), kind=BRANCH, since=LONG_SINCE
    )
    since = {"Mai": LONG_SINCE, "Lan": LONG_SINCE, "Cúc": date(2026, 10, 1), "Huệ": LONG_SINCE}
    return [
        roster.tenure(
            db, roster.person(db, f"Trần Thị {name}"), at=branch, post="branch_head", valid_from=day
        ).person
        for name, day in since.items()
    ]


def _in_thai_binh(db: Session) -> people.Person:
    """Make one who headed a branch of Thái Bình as long as there was a Thái Bình."""
    branch = roster.org_unit(
        db,
        "Chi hội thôn Tây",
        at=area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE),
        kind=BRANCH,
        since=LONG_SINCE,
    )
    held = {"valid_from": LONG_SINCE, "valid_to": BEFORE}
    return roster.tenure(
        db, roster.person(db, "Phạm Thị Sen"), at=branch, post="branch_head", **held
    ).person


def _in_a_district(db: Session) -> None:
    """Make a chair of a district's union, as long as there were districts."""
    at = area(db, "Huyện Hưng Hà", day=BEFORE)
    kind = people.UnitKind.UNION_DISTRICT
    union = roster.org_unit(db, "Hội LHPN huyện", at=at, kind=kind, since=LONG_SINCE)
    post = "union_district_chair"
    roster.tenure(db, at=union, post=post, valid_from=LONG_SINCE, valid_to=BEFORE)


@pytest.fixture
def connection(counted: tuple[Connection, Country]) -> Iterator[Connection]:
    """The counted country's connection; what a test does is taken back."""
    found, _ = counted
    with closing(found.begin_nested()) as savepoint:
        yield found
        savepoint.rollback()


@pytest.fixture
def country(counted: tuple[Connection, Country]) -> Country:
    return counted[1]
