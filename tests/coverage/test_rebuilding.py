"""Counting everything anew: what readers see meanwhile, and what is left behind."""

import pytest
from sqlalchemy import delete, event, func, select

from elearn import clock, coverage
from elearn.coverage import MapKind
from elearn.coverage.models import BuildState
from elearn.coverage.queries.builds import due_pairs
from elearn.coverage.queries.countings import counting_of
from elearn.coverage.queries.ground import ground_of
from elearn.coverage.queries.maps import drawn_maps
from elearn.coverage.service import NewBuild, begin, draw_maps, sweep
from tests import bases
from tests.make import coverage as make
from tests.make.areas import BEFORE, area

PLACES = ("Xã Hưng Hà", "Tỉnh Hưng Yên", "Việt Nam")
TABLES = (
    *(coverage.CoverageBuild, coverage.CoverageEvent, coverage.CountedPerson),
    *(coverage.UnitOnMap, coverage.CoverageMap),
)


@pytest.fixture
def heads(db):
    return make.three_heads(db)


@pytest.fixture
def scheme(db, heads):
    (one,) = make.counted(db, make.scheme_of(make.indicator()))
    return one


@pytest.fixture
def figures(db, scheme):
    """`figures()` gives n and N in a commune, its province and the country, as they are stored."""

    def figures(on=None, day=make.DAY):
        keys = [area(db, name).id for name in PLACES]
        asked = coverage.Asked(scheme, keys[-1], "", day, on)
        found = coverage.figures_of(db, asked, scheme.indicators, keys)
        return [(one.reached, one.in_post) for one in found.values()]

    return figures


def test_one_of_three_heads_is_trained_in_the_commune_and_above(figures):
    assert figures() == [(1, 3)] * 3


def test_on_the_map_of_today_the_past_is_told_by_the_areas_of_today(db, figures):
    then = coverage.map_of(db, MapKind.RESTATED, BEFORE)
    now = coverage.map_of(db, MapKind.RESTATED, make.DAY)

    assert figures(now) == [(1, 3)] * 3
    assert figures(then)[:2] == [(0, 0)] * 2  # No such commune stood before the reform.
    assert figures(then)[2] == (1, 3)


def test_a_second_count_changes_nothing_and_leaves_nothing(db, scheme, figures):
    before, sizes = figures(), [_size(db, table) for table in TABLES]

    make.counted(db, scheme)

    assert (figures(), [_size(db, table) for table in TABLES]) == (before, sizes)


def _size(db, table):
    return db.scalar(select(func.count()).select_from(table))


def test_of_a_count_that_is_being_written_nobody_sees_anything(db, scheme, figures):
    one, on = scheme.indicators[0], drawn_maps(db)[0]

    build_id = begin(db, NewBuild(one, on, lead_id=None), now=clock.now())

    assert figures() == [(1, 3)] * 3
    assert not sweep(db, now=clock.now())  # Somebody may still be writing it.
    build = db.get_one(coverage.CoverageBuild, build_id)
    build.begun_at = build.begun_at.replace(year=2025)
    while sweep(db, now=clock.now()):
        pass
    states = db.scalars(select(coverage.CoverageBuild.state).distinct()).all()
    assert states == [BuildState.CURRENT]


def test_of_whom_a_figure_is_counted_is_kept_once_for_all_maps(db, scheme):
    builds = db.scalars(select(coverage.CoverageBuild)).all()
    keepers = db.scalars(select(coverage.CountedPerson.build_id).distinct()).all()

    assert len(builds) == len(drawn_maps(db)) > 1
    assert {one.keeper_id for one in builds} == set(keepers)
    assert len(keepers) == 1


def test_what_was_counted_of_persons_is_thrown_away_after_the_counts_it_is_kept_for(db, scheme):
    first, *others = db.scalars(select(coverage.CoverageBuild).order_by("id"))
    first.state = BuildState.RETIRED
    db.flush()

    assert not sweep(db, now=clock.now())
    for one in others:
        one.state = BuildState.RETIRED
    db.flush()
    while sweep(db, now=clock.now()):
        pass
    assert [_size(db, table) for table in TABLES[:3]] == [0, 0, 0]


def test_another_map_keeps_the_persons_of_one_that_is_forgotten(db, scheme):
    """So it is when an area change is corrected; what is counted can still be followed."""
    kept, (first, *_) = _size(db, coverage.CountedPerson), drawn_maps(db)
    first.valid_from = make.DAY  # A map as no era begins.
    db.flush()

    draw_maps(db, ground_of(db, None))

    keepers = set(db.scalars(select(coverage.CountedPerson.build_id)))
    builds = db.scalars(select(coverage.CoverageBuild)).all()
    assert _size(db, coverage.CountedPerson) == kept
    assert {one.keeper_id for one in builds} == keepers


def test_where_nothing_is_due_nothing_is_written(db, scheme, figures, count_queries):
    with count_queries() as queries:
        counted = list(coverage.rebuild(bases.within(db.connection()), [scheme.key], due_only=True))

    assert counted == []
    assert not [one for one in queries if one.startswith(("INSERT", "UPDATE", "DELETE"))]


def test_a_map_that_is_not_drawn_is_due(db, scheme):
    database = bases.within(db.connection())
    last = drawn_maps(db)[-1]
    last.valid_to = make.DAY
    db.flush()

    assert list(coverage.rebuild(database, [scheme.key], due_only=True)) == []
    db.expire_all()
    assert drawn_maps(db)[-1].valid_to is None


def test_a_figure_is_whole_though_its_count_is_replaced_while_it_is_read(db, scheme, figures):
    """A reader on PostgreSQL sees, statement by statement, what has been committed by then."""
    before, asked = figures(), list[str]()

    @event.listens_for(db.connection(), "after_cursor_execute")
    def _replace(_connection, _cursor, statement, *_others):
        if "FROM coverage_build" in statement and not asked:
            asked.append(statement)
            make.counted(db, scheme)

    assert figures() == before
    assert asked


def test_what_was_never_counted_has_no_figure(db, heads):
    one = make.indicator()

    asked = coverage.Asked(make.scheme_of(one), 1, "/1/", make.DAY)

    assert coverage.figures_of(db, asked, [one], [1]) == {}
    assert counting_of(db, asked, [one]).counted_at is None


def test_the_figures_of_a_page_take_three_queries(db, scheme, count_queries):
    with count_queries() as queries:
        coverage.figures_of(db, coverage.Asked(scheme, 1, "/1/", make.DAY), scheme.indicators, [1])

    assert len(queries) <= 3


def test_an_indicator_that_a_scheme_dropped_is_not_waited_for(db, heads):
    kept, dropped = make.indicator(), make.indicator("branch_head", None)
    (scheme,) = make.counted(db, make.scheme_of(kept, dropped))

    coverage.load_definitions(db, [make.scheme_of(kept)], now=clock.now())
    gone = next(one for one in scheme.indicators if one.key == dropped.key)
    db.execute(delete(coverage.CoverageBuild).filter_by(indicator_version_id=gone.version_id))

    assert gone.version_id not in {version for version, _ in due_pairs(db)}
