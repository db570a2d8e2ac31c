"""Counting the country: anew, as of any day, and after a thousand new completions."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from elearn import areas, catalogue, clock, coverage, learning, people
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.coverage.jobs import keep_up
from elearn.coverage.models import BuildState, CoverageBuild, IndicatorVersion
from elearn.coverage.queries.builds import events_in, to_count
from elearn.coverage.queries.facts import facts_of
from elearn.coverage.queries.figures import builds_of
from elearn.coverage.rules.events import events_of
from elearn.coverage.rules.facts import Events
from elearn.db import Database
from scripts.proofs._coverage_country import FIRST, LAST, REFORM_EVE

#: What is counted for the proof, and the two figures whose times are told.
SCHEMES = ("de_an_1893", "de_an_1893_tb")
SCHEME = SCHEMES[0]
INDICATORS = ("branch_head.branch", "branch_head.branch.person_trained_annual")
NEW_COMPLETIONS, DATES = 1_000, 20


@dataclass(frozen=True, slots=True)
class Step:
    """An indicator counted on a map, in so many seconds, what it was read from included."""

    indicator: str
    on: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How long counting everything anew took, and each indicator on each map."""

    seconds: float
    steps: list[Step]

    def worst_of(self, indicator: str) -> Step:
        ours = [one for one in self.steps if one.indicator == indicator]
        return max(ours, key=lambda one: one.seconds)


def rebuild(url: str) -> Rebuilt:
    """Count the schemes anew on every map.

    What is done once for all maps, looking where everything stands and reading what is counted, is
    told with each map: so long would that map alone have taken.
    """
    database = Database.at(url)
    moments = [time.perf_counter()]
    moments += [time.perf_counter() for _ in coverage.rebuild(database, SCHEMES)]
    took = np.diff(moments).tolist()
    steps = list(_steps(database, took))
    database.engine.dispose()
    return Rebuilt(round(moments[-1] - moments[0], 1), steps)


def settle(url: str) -> None:
    """Have PostgreSQL do at once what it else does beside those who ask, in the hours after."""
    database = Database.at(url)
    if database.engine.dialect.name == "postgresql":
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as own:
            own.execute(text("VACUUM ANALYZE"))
            own.execute(text("CHECKPOINT"))
    database.engine.dispose()


def _steps(database: Database, took: list[float]) -> Iterator[Step]:
    """Yield how long each map took of the figures whose times are told."""
    with database.reading() as db:
        wanted = to_count(db, SCHEMES, due_only=False)
    survey, place = took[0], 0  # It comes before the first figure, which is of a few hundred.
    for indicator, maps in wanted:
        if indicator.key in INDICATORS:
            reading = _reading(database, indicator)
            for number, on in enumerate(maps):
                own = took[place + number] - (0 if number else reading)
                yield Step(indicator.key, _name(on), round(survey + reading + own, 2))
        place += len(maps)


def _reading(database: Database, indicator: coverage.Indicator) -> float:
    """Return how long it takes to read what is counted of all people."""
    begun = time.perf_counter()
    with database.reading() as db:
        facts_of(db, indicator)
    return time.perf_counter() - begun


def _name(on: coverage.CoverageMap) -> str:
    if on.kind is coverage.MapKind.AS_IT_WAS:
        return "as it was"
    if on.is_valid_on(clock.today()):
        return "today"
    return "30/6/2025" if on.is_valid_on(REFORM_EVE) else f"{on.valid_from:%d/%m/%Y}"


def geographies(day: date) -> tuple[coverage.Geography, ...]:
    """Return the three geographies of a figure of the day."""
    borders = coverage.Borders
    return (
        coverage.Geography(borders.AS_IT_WAS, day),
        coverage.Geography(borders.TODAY, clock.today()),
        coverage.Geography(borders.ON_DAY, REFORM_EVE),
    )


def random_days(chance: random.Random, count: int) -> list[date]:
    return [
        date.fromordinal(chance.randint(FIRST.toordinal(), LAST.toordinal())) for _ in range(count)
    ]


def reports(database: Database, chance: random.Random) -> list[float]:
    """Make the national report as of random days, by turns in each geography; return seconds."""
    took = []
    for number, day in enumerate(random_days(chance, DATES)):
        geography = geographies(day)[number % 3]
        begun = time.perf_counter()
        with database.reading() as db:
            scheme = coverage.scheme_by_key(coverage.schemes_known(db), SCHEME)
            country = areas.version_on(db, areas.root(db).id, geography.day)
            report = coverage.report_of(db, scheme, country, day, geography)
        took.append(time.perf_counter() - begun)
        assert report.rows, "a report of no province"
    return took


def count_no_other(database: Database) -> None:
    """Throw away the counts of all figures but the two: what is followed are these, on all maps."""
    build, version = CoverageBuild, IndicatorVersion
    ours = select(version.id).where(version.scheme_key == SCHEME, version.key.in_(INDICATORS))
    with database.writing() as db:
        others = build.indicator_version_id.not_in(ours)
        db.execute(update(build).where(others).values(state=BuildState.RETIRED))


def follow(here: Installation, chance: random.Random, rounds: int) -> list[float]:
    """Complete a thousand programmes and have the counts follow, some times; return seconds."""
    while keep_up(here.settings, here.database):
        pass
    took = []
    for _ in range(rounds):
        _complete(here.database, chance)
        begun = time.perf_counter()
        while keep_up(here.settings, here.database):
            pass
        took.append(time.perf_counter() - begun)
    return took


def _complete(database: Database, chance: random.Random) -> None:
    with database.writing() as db:
        version = catalogue.programme_by_code(db, "NV-CHI")
        rule = learning.completion_rule_on(db, version.programme_id, LAST)
        for person_id in chance.sample(_heads(db), NEW_COMPLETIONS):
            day = random_days(chance, 1)[0]
            done = learning.Achievement(
                person_id, version.id, day, learning.CompletionForm.ONLINE, rule.id
            )
            learning.complete(db, OPERATOR, done, now=clock.now())


def _heads(db: Session) -> list[int]:
    tenure = people.Tenure
    holding = (tenure.post_key == "branch_head", tenure.valid_to.is_(None))
    found = db.scalars(select(tenure.person_id).where(*holding).distinct()).all()
    return list(found) if len(found) >= NEW_COMPLETIONS else list(found) * NEW_COMPLETIONS


def equal_to_a_rebuild(database: Database) -> bool:
    """Return whether what was followed is what counting anew gives: one figure, today's map."""
    with database.reading() as db:
        scheme = coverage.scheme_by_key(coverage.schemes_known(db), SCHEME)
        indicator = coverage.indicator_by_key(scheme, INDICATORS[0])
        on = coverage.map_of(db, coverage.MapKind.RESTATED, clock.today())
        (build_id,) = builds_of(db, on, [indicator]).values()
        kept = _told(events_in(db, build_id))
        fresh = _told(events_of(facts_of(db, indicator), coverage.places_of(db, on), indicator))
    return kept.shape == fresh.shape and bool((kept == fresh).all())


def _told(events: Events) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Return the events that change anything, as one table."""
    rows = np.stack(events, axis=1)
    return rows[rows[:, 2:].any(axis=1)]
