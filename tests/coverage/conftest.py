"""What the tests of coverage ask with."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from elearn import areas, coverage
from tests.make import coverage as make
from tests.make.areas import area

Figure = Callable[..., tuple[int, int]]


@pytest.fixture
def figure(db: Session) -> Figure:
    """`figure("Tỉnh Hưng Yên")` gives n and N of one figure of an area on a day."""

    def figure(
        place: str = "Xã Hưng Hà",
        *,
        day: date = make.DAY,
        within: str = "",
        of: coverage.Indicator | None = None,
    ) -> tuple[int, int]:
        one = of or make.indicator()
        version = areas.version_on(db, area(db, place, within=within, day=day).id, day)
        report = coverage.report_of(db, make.scheme_of(one), version, day)
        return report.own.cells[0].n, report.own.cells[0].N

    return figure
