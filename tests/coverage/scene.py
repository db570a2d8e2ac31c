"""A small scene of real places, all of whose figures can be told before something and after it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import clock, coverage, people
from elearn.catalogue import ProgrammeVersion
from elearn.coverage import service
from tests import bases
from tests.coverage.worlds.changes import leave_only_provinces
from tests.make import coverage as make
from tests.make import people as roster
from tests.make.areas import area

HERE, BESIDE, APART = "Xã Hưng Hà", "Xã Long Hưng", "Xã Tiên La"
PROVINCE, COUNTRY = "Tỉnh Hưng Yên", "Việt Nam"
MERGED_ON = date(2026, 7, 1)
DAYS = (
    *(date(2025, 7, 1), date(2025, 12, 31), date(2026, 3, 1)),
    *(date(2026, 6, 30), MERGED_ON, date(2026, 11, 20)),
)
#: A day of each map; none is as it was.
MAPS = (None, date(2025, 6, 30), date(2025, 7, 1), date(2026, 5, 1), date(2026, 11, 20))


@dataclass(frozen=True, order=True)
class Cell:
    """A figure: on the map of which day (none is as it was), of what, where, and when."""

    map_day: str
    what: str
    area_id: int
    day: date


Cells = dict[Cell, coverage.Figure]


@dataclass
class Scene:
    """Branches here, beside and apart; An, Bình, Chi and Em head one, Dung one here and beside.

    An is trained.
    """

    db: Session
    branches: dict[str, people.OrgUnit]
    heads: dict[str, people.Person]
    version: ProgrammeVersion
    scheme: coverage.Scheme

    @classmethod
    def of(cls, db: Session, *indicators: coverage.Indicator) -> "Scene":
        leave_only_provinces(db)
        branches = {
            name: roster.org_unit(
                db, name, at=area(db, name, within=PROVINCE), kind=people.UnitKind.BRANCH
            )
            for name in (HERE, BESIDE, APART)
        }
        places = {"An": HERE, "Bình": HERE, "Chi": BESIDE, "Dung": HERE, "Em": APART}
        heads = {name: make.head(db, name, at=branches[at]) for name, at in places.items()}
        roster.tenure(db, heads["Dung"], at=branches[BESIDE], post="branch_head")
        version = make.programme(db)
        make.trained(db, heads["An"], version)
        return cls(db, branches, heads, version, make.counted(db, make.scheme_of(*indicators))[0])

    def area(self, name: str, day: date = DAYS[-1]) -> int:
        within = PROVINCE if name.startswith("Xã") else ""
        return area(self.db, name, within=within, day=day).id

    def go_on(self) -> None:
        """Follow what has happened, and count anew what that makes necessary."""
        self.db.flush()
        while service.follow(self.db, now=clock.now()):
            pass
        database = bases.within(self.db.connection())
        for _ in coverage.rebuild(database, [self.scheme.key], due_only=True):
            pass

    def cells(self, scheme: coverage.Scheme | None = None) -> Cells:
        """Return all figures that are not nothing: without an event there is none."""
        one = scheme or self.scheme
        areas = [*self.db.scalars(select(coverage.CoverageEvent.area_id).distinct())]
        found = (self._cells(one, areas, map_day, day) for map_day in MAPS for day in DAYS)
        return {cell: figure for some in found for cell, figure in some.items()}

    def _cells(
        self, scheme: coverage.Scheme, areas: Iterable[int], map_day: date | None, day: date
    ) -> Cells:
        kind = coverage.MapKind.RESTATED if map_day else coverage.MapKind.AS_IT_WAS
        on = coverage.map_of(self.db, kind, map_day or day)
        asked = coverage.Asked(scheme, 0, "", day, on)
        figures = coverage.figures_of(self.db, asked, scheme.indicators, [*areas])
        variants = {one.key: one.variant for one in scheme.indicators}
        return {
            Cell(str(map_day), variants[key], area_id, day): figure
            for (key, area_id), figure in figures.items()
            if figure != coverage.Figure()
        }


def changes(before: Cells, after: Cells) -> dict[Cell, tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the cells that are not what they were: in post, trained, and new in post."""
    nothing = coverage.Figure()
    pairs = {
        cell: (before.get(cell, nothing), after.get(cell, nothing))
        for cell in before.keys() | after.keys()
    }
    return {cell: (_told(was), _told(now)) for cell, (was, now) in pairs.items() if was != now}


def _told(one: coverage.Figure) -> tuple[int, ...]:
    return one.in_post, one.reached, one.new_in_post
