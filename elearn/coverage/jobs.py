"""What the worker does for coverage: counts everything anew, and follows the outbox."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain

from elearn import clock
from elearn.config import Settings
from elearn.coverage import service
from elearn.coverage.models import CoverageMap
from elearn.coverage.queries.builds import (
    COUNT,
    is_anybody_in_post,
    is_behind,
    is_count_due,
    is_due,
    to_count,
)
from elearn.coverage.queries.facts import facts_of
from elearn.coverage.queries.ground import ground_of, sites_of
from elearn.coverage.queries.maps import Chart
from elearn.coverage.rules import Indicator
from elearn.coverage.rules.events import events_of
from elearn.coverage.rules.facts import Stays
from elearn.coverage.service.rebuilding import Rows
from elearn.db import Cursor, Database, give_room
from elearn.jobs import Handlers, Work, enqueue

_FRESH = timedelta(minutes=1)  # What was read longer ago is read anew, so that little is followed.
_AT_ONCE = 100_000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a rebuild is: so many countings of an indicator on a map of so many."""

    done: int
    total: int


def rebuild(
    database: Database, schemes: Collection[str] = (), *, due_only: bool = False
) -> Iterator[Progress]:
    """Count every indicator, or those of some schemes, anew on every map.

    What is read is whole at any moment: a count is put in the place of another when it is written.
    Where only what is due is wanted and nothing is, nothing is written.
    """
    with database.reading() as db:
        is_wanted = not due_only or is_due(db, schemes)
    if is_wanted:
        yield from _rebuilt(database, schemes, due_only=due_only)
    while _swept(database):
        pass


def _rebuilt(database: Database, schemes: Collection[str], *, due_only: bool) -> Iterator[Progress]:
    survey = _surveyed(database)
    with database.reading() as db:
        wanted = to_count(db, schemes, due_only=due_only)
    total, done = sum(len(maps) for _, maps in wanted), 0
    for indicator, maps in wanted:
        if clock.now() - survey.taken_at > _FRESH:
            survey = _surveyed(database)
        for _ in _counted(database, indicator, maps, survey):
            done += 1
            yield Progress(done, total)


def _surveyed(database: Database) -> service.Survey:
    """Look where everything stands on every map, and draw the maps."""
    now = clock.now()
    with database.writing() as db:
        since = Cursor.read(service.held_cursor(db, now=now).content)
        ground = ground_of(db, None)
        maps = service.draw_maps(db, ground)
    charts = {on.id: Chart(on, ground) for on in maps}
    units = {key: _placed(database, chart) for key, chart in charts.items()}
    return service.Survey(now, since, charts, units)


def _placed(database: Database, chart: Chart) -> Stays:
    """Return where units stand on a map, and keep it; whoever follows meanwhile waits."""
    with database.writing() as db:
        service.held_cursor(db, now=clock.now())
        units = chart.units(sites_of(db, None))
        service.put_units(db, chart.map, units)
    return units


def _counted(
    database: Database, indicator: Indicator, maps: Sequence[CoverageMap], survey: service.Survey
) -> Iterator[None]:
    """Count an indicator on one map after another, and put all of these in place at once."""
    with database.reading() as db:
        facts = facts_of(db, indicator)
    kept_once, builds = [service.person_rows(facts)], list[int]()
    for on in (one for one in maps if one.id in survey.charts):
        events = events_of(facts, survey.places(on, indicator), indicator)
        units = service.unit_rows(service.stays_of(facts, survey.units[on.id]))
        rows = (service.event_rows(events), units, *([] if builds else kept_once))
        lead = builds[0] if builds else None
        builds.append(_write(database, service.NewBuild(indicator, on, lead), rows))
        yield
    with database.writing() as db:
        service.finish(db, builds, survey.since, now=clock.now())


def _write(database: Database, new: service.NewBuild, rows: Sequence[Rows]) -> int:
    """Write a build in short transactions and return its key; nobody reads it yet."""
    with database.writing() as db:
        build_id = service.begin(db, new, now=clock.now())
    for group in _groups(chain.from_iterable(one.slices() for one in rows)):
        with database.writing() as db:
            service.write(db, build_id, group)
    return build_id


def _groups(parts: Iterator[Rows]) -> Iterator[list[Rows]]:
    """Give what is written together: few rows; the last may be none."""
    group: list[Rows] = []
    for part in parts:
        if group and sum(one.size for one in group) + part.size > _AT_ONCE:
            yield group
            group = []
        group.append(part)
    yield group


def _swept(database: Database) -> bool:
    with database.writing() as db:
        return service.sweep(db, now=clock.now())


def count_due(database: Database) -> int:
    """Count what is due, if there is anybody to count; return how many counts were made."""
    with database.reading() as db:
        if not is_anybody_in_post(db):
            return 0
    return sum(1 for _ in rebuild(database, due_only=True))


def count(work: Work) -> None:
    """Count what is due, and tell how far it is."""
    for progress in rebuild(work.database, due_only=True):
        work.report(progress.done, progress.total)


def keep_up(_settings: Settings, database: Database) -> bool:
    """Bring the counts up to date with the outbox; return whether there was anything to do."""
    with database.reading() as db:
        if not is_behind(db):
            return False
    with database.writing() as db:
        give_room(db)
        return service.follow(db, now=clock.now())


def have_counted(_settings: Settings, database: Database) -> bool:
    """Put the job into the queue that counts what is due, where anything is."""
    now = clock.now()
    with database.reading() as db:
        due = is_count_due(db, now)
    if due:
        with database.writing() as db:
            enqueue(db, COUNT, {}, key=COUNT, now=now)
    return False  # The job does the rest, some time.


HANDLERS: Handlers = {COUNT: count}
FOLLOWERS = (keep_up, have_counted)
