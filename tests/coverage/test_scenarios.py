"""What happens changes exactly the cells it must, by every map; all others stay as they were."""

from dataclasses import replace
from datetime import date

import pytest

from elearn import areas, clock, coverage, learning, people
from elearn.access import OPERATOR
from elearn.catalogue import ContentTag
from tests.coverage.answers import Answers
from tests.coverage.questions import Asked
from tests.coverage.scene import (
    APART,
    BESIDE,
    COUNTRY,
    DAYS,
    HERE,
    MAPS,
    MERGED_ON,
    PROVINCE,
    Cell,
    Scene,
    changes,
)
from tests.make import areas as make_areas
from tests.make import coverage as make

ALL, YEARLY, EVALUATED = "all", "yearly", "evaluated"
_TODAY = "2026-11-20"
_SINCE_REFORM = ("None", "2025-07-01", "2026-05-01", _TODAY)


@pytest.fixture
def scene(db):
    """The scene with three figures: trained, trained this year, and of those evaluated."""
    trained = replace(make.indicator(), variant=ALL)
    yearly = make.indicator(measure=coverage.Measure.TRAINED_THIS_YEAR)
    left_out = coverage.Exclusion(date.min, date.max)
    evaluated = replace(trained, variant=EVALUATED, exclusion=left_out)
    return Scene.of(db, trained, replace(yearly, variant=YEARLY), evaluated)


def merge(db):
    """Merge the commune here and the one beside into Xã Trần; their branches follow."""
    lines = []
    for name in (HERE, BESIDE):
        key = make_areas.area(db, name, within=PROVINCE).id
        code = areas.version_on(db, key, MERGED_ON).code
        lines.append((code, name, "xã", "99901", "Xã Trần", "xã", "33", "nguyên trạng"))
    new = replace(make_areas.change(*lines, day=MERGED_ON), decided_on=MERGED_ON)
    change = areas.receive(db, OPERATOR, new, now=clock.now())
    assert areas.apply(db, OPERATOR, change, now=clock.now())
    people.follow(db, OPERATOR, DAYS[-1], now=clock.now())


def test_merging_two_communes_changes_theirs_and_the_new_ones_from_that_day_and_on_todays_map(
    db, scene
):
    before = scene.cells()

    merge(db)
    scene.go_on()

    here, beside = (scene.area(name, date(2026, 6, 30)) for name in (HERE, BESIDE))
    found = changes(before, scene.cells())
    touched = {(cell.map_day, cell.area_id, cell.day) for cell in found}
    three = (here, beside, scene.area("Xã Trần"))
    as_it_was = {("None", one, day) for one in three for day in DAYS if day >= MERGED_ON}
    today = {(_TODAY, one, day) for one in three for day in DAYS}
    assert touched == as_it_was | today
    last = DAYS[-1]
    for map_day in ("None", _TODAY):
        cells = [found[Cell(map_day, ALL, one, last)] for one in three]
        assert cells == [
            ((3, 1, 0), (0, 0, 0)),
            ((2, 0, 0), (0, 0, 0)),
            ((0, 0, 0), (4, 1, 0)),  # Dung, who heads two branches, counts once.
        ]


def test_late_data_change_her_own_areas_from_the_day_on_and_nothing_that_was_known(db, scene):
    before, moment = scene.cells(), clock.now()
    on = date(2025, 10, 5)
    done = learning.Achievement(
        scene.heads["Bình"].id, scene.version.id, on, learning.CompletionForm.ONLINE
    )

    learning.complete(db, OPERATOR, done, now=clock.now())
    scene.go_on()

    found = changes(before, scene.cells())
    hers = [scene.area(name) for name in (HERE, PROVINCE, COUNTRY)]
    later = {ALL: DAYS[1:], EVALUATED: DAYS[1:], YEARLY: DAYS[1:2]}
    cells = {(what, day) for what, days in later.items() for day in days}
    since = {cell for cell in found if cell.map_day in _SINCE_REFORM}
    assert {(cell.map_day, cell.what, cell.day, cell.area_id) for cell in since} == {
        (map_day, what, day, one)
        for map_day in _SINCE_REFORM
        for what, day in cells
        for one in hers
    }
    levels = [cell for cell in found if cell.map_day == "2025-06-30" and cell.day == DAYS[-1]]
    assert len(levels) == 2 * 4  # Commune, district, province and country of then.
    assert all(now[1] == was[1] + 1 and now[0] == was[0] for was, now in found.values())
    engine, trained = Answers(db, [scene.scheme]), scene.scheme.indicators[0]
    for map_day in MAPS[:2]:
        known = engine.anew(Asked(trained, hers[2], DAYS[-1], map_day, moment))
        assert known.reached == before[Cell(str(map_day), ALL, hers[2], DAYS[-1])].reached


def test_another_version_of_a_rule_changes_its_own_figure_and_no_other(db, scene):
    before = scene.cells()
    trained, *others = scene.scheme.indicators
    wanted = coverage.Content(frozenset({ContentTag.SOCIAL_WORK}))

    changed = make.scheme_of(replace(trained, content=wanted), *others)
    [scheme] = make.counted(db, changed)
    scene.go_on()

    found = changes(before, scene.cells(scheme))
    reached = {cell for cell, one in before.items() if cell.what == ALL and one.reached}
    assert set(found) == reached
    assert all(now[1] == 0 and now[0] == was[0] for was, now in found.values())
    old = Answers(db, [scene.scheme]).anew(Asked(trained, scene.area(HERE), DAYS[-1], None, None))
    assert old == (3, 1, 0, 0, 0)


def test_leaving_a_unit_out_changes_figures_of_the_evaluated_alone_on_its_days_and_after(db, scene):
    before = scene.cells()
    first, last = date(2026, 2, 1), date(2026, 6, 30)
    left_out = people.Exclusion(
        scene.branches[HERE], people.ExclusionReason.JOINT_ADVISORY_BODY, first, last
    )

    people.exclude_unit(db, OPERATOR, left_out, now=clock.now())
    scene.go_on()

    found = changes(before, scene.cells())
    assert {cell.what for cell in found} == {EVALUATED}
    places = [scene.area(name) for name in (HERE, PROVINCE, COUNTRY)]
    told = {
        (cell.area_id, cell.day): change
        for cell, change in found.items()
        if cell.map_day in _SINCE_REFORM
    }
    out = [((3, 1, 0), (0, 0, 0)), *[((5, 1, 0), (3, 0, 0))] * 2]
    #: Bình comes back and is new; An is trained, and Dung held the other post all the while.
    back = [((3, 1, 0), (3, 1, 1)), *[((5, 1, 0), (5, 1, 1))] * 2]
    assert told == {
        (one, day): change
        for days, those in ((DAYS[2:4], out), (DAYS[4:], back))
        for day in days
        for one, change in zip(places, those, strict=True)
    }
    assert scene.area(BESIDE) not in {cell.area_id for cell in found}
    assert scene.area(APART) not in {cell.area_id for cell in found}
