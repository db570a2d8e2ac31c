"""What the tests of coverage ask with."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from elearn import areas, coverage
from elearn.coverage import CoverageMap, MapKind
from tests.make import accounts
from tests.make import coverage as make
from tests.make.areas import area

Figure = Callable[..., tuple[int, int]]


@pytest.fixture
def figure(db: Session) -> Figure:
    """`figure("Tỉnh Hưng Yên")` gives n and N of one figure of an area on a day, by its names."""

    def figure(
        place: str = "Xã Hưng Hà",
        *,
        day: date = make.DAY,
        within: str = "",
        of: coverage.Indicator | None = None,
    ) -> tuple[int, int]:
        one = of or make.indicator()
        version = areas.version_on(db, area(db, place, within=within, day=day).id, day)
        asked = coverage.Asked(make.scheme_of(one), version.area_id, version.path, day)
        trained, lacking = (
            len(coverage.persons_of(db, asked, one, coverage.Names(which)).rows)
            for which in (coverage.Which.TRAINED, coverage.Which.UNTRAINED)
        )
        return trained, trained + lacking

    return figure


@pytest.fixture
def enter(db, sign_in):
    """`enter(role, "Tỉnh Hưng Yên")` signs a new account in that holds a role over an area.

    Of an area that has ended, a day is told on which it stood.
    """

    def enter(role, place="Việt Nam", day=None):
        account = accounts.account(db)
        given = area(db, place, day=day) if day else area(db, place)
        accounts.role_grant(db, account, role, area_id=given.id)
        db.commit()
        sign_in(account)

    return enter


@pytest.fixture
def heads(db):
    """Three heads of branches of Xã Hưng Hà; one of them is trained."""
    found = [make.head(db, name) for name in ("Bùi Thị Thoa", "Vũ Thị Ngát", "Lê Thị Dung")]
    make.trained(db, found[0], make.programme(db))
    db.commit()
    return found


@pytest.fixture
def extent(db):
    """`extent("Tỉnh Hưng Yên")` is an area on a day, as it was or on the map of another day."""

    def extent(place="Việt Nam", *, day=make.DAY, map_day=None, **more):
        at = map_day or day
        version = areas.version_on(db, area(db, place, day=at).id, at)
        on = CoverageMap(kind=MapKind.RESTATED, valid_from=map_day) if map_day else None
        return coverage.Extent(version, day, on, **more)

    return extent
