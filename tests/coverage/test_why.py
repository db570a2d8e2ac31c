"""Why a figure is another than it was: each cause tells what it did, and together they add up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from elearn import areas, clock, coverage, learning, people
from elearn.access import OPERATOR
from elearn.catalogue import ContentTag
from elearn.coverage.queries.comparing import Compared, Comparing
from elearn.coverage.queries.why import moved_of, why_of
from elearn.coverage.rules import Borders, Geography
from elearn.coverage.rules.differences import differences
from elearn.coverage.rules.why import Cause, Count, Counter, Why, step_between
from tests.coverage.scene import APART, BESIDE, COUNTRY, DAYS, HERE, MERGED_ON, PROVINCE, Scene
from tests.make import areas as make_areas
from tests.make import coverage as make

DAY = DAYS[-1]


@pytest.fixture
def scene(db):
    """Five heads of branches, of whom one is trained; units may be left out."""
    left_out = coverage.Exclusion(date.min, date.max)
    return Scene.of(db, replace(make.indicator(), exclusion=left_out))


def complete_late(scene: Scene) -> None:
    on, form = date(2025, 10, 5), learning.CompletionForm.ONLINE
    done = learning.Achievement(scene.heads["Bình"].id, scene.version.id, on, form)
    learning.complete(scene.db, OPERATOR, done, now=clock.now())


def leave_out(scene: Scene) -> None:
    reason = people.ExclusionReason.JOINT_ADVISORY_BODY
    out = people.Exclusion(scene.branches[APART], reason, date(2026, 2, 1), None, "9/QĐ")
    people.exclude_unit(scene.db, OPERATOR, out, now=clock.now())


def join(scene: Scene) -> None:
    heads = scene.heads["Chi"], scene.heads["Dung"]
    people.merge(scene.db, OPERATOR, *heads, now=clock.now())


def end(scene: Scene) -> None:
    held = scene.db.query(people.Tenure).filter_by(person_id=scene.heads["An"].id).one()
    ending = people.Ending(date(2026, 8, 31), people.EndReason.RETIRED, "5/QĐ")
    people.end_tenure(scene.db, OPERATOR, held, ending, now=clock.now())


def merge(scene: Scene) -> None:
    lines = []
    for name in (HERE, BESIDE):
        code = areas.version_on(scene.db, scene.area(name), MERGED_ON).code
        lines.append((code, name, "xã", "99901", "Xã Trần", "xã", "33", "nguyên trạng"))
    new = replace(make_areas.change(*lines, day=MERGED_ON), decided_on=MERGED_ON)
    change = areas.receive(scene.db, OPERATOR, new, now=clock.now())
    areas.apply(scene.db, OPERATOR, change, now=clock.now())
    people.follow(scene.db, OPERATOR, DAY, now=clock.now())


def define_anew(scene: Scene) -> None:
    wanted = coverage.Content(frozenset({ContentTag.SOCIAL_WORK}))
    one = replace(scene.scheme.indicators[0], content=wanted)
    coverage.load_definitions(scene.db, [make.scheme_of(one)], now=clock.now())


Act = Callable[[Scene], None]

#: What happens one after another, what it is called, and what it does to the province and to Hưng
#: Hà, as they were; persons in both are the one who is named.
ACTS: tuple[tuple[Act, Cause, Count, Count, str], ...] = (
    (
        complete_late,
        Cause.COMPLETIONS,
        Count(1, 0),
        Count(1, 0),
        "Hoàn thành “Chương trình NV-CHI”",
    ),
    (leave_out, Cause.EXCLUSIONS, Count(0, -1), Count(0, 0), "không tính vào đánh giá"),
    (join, Cause.PEOPLE, Count(0, -1), Count(0, 0), "được xác nhận là một người"),
    (end, Cause.PEOPLE, Count(-1, -1), Count(-1, -1), "ngày cuối 31/08/2026, nghỉ hưu"),
    (merge, Cause.BORDERS, Count(0, 0), Count(-1, -2), "chuyển vào xã Trần từ 01/07/2026"),
    (define_anew, Cause.RULE, Count(-1, 0), Count(0, 0), ""),
)


def test_each_thing_that_happens_is_explained_by_its_own_cause_and_by_no_other(db, scene):
    here, province = scene.area(HERE), scene.area(PROVINCE)
    begun = clock.now()
    for act, cause, in_province, in_hung_ha, words in ACTS:
        before = clock.now()
        act(scene)
        db.flush()
        for area, change in ((province, in_province), (here, in_hung_ha)):
            comparing = compare(scene, area, before)
            why = comparing.why()
            assert {step.cause for step in why.steps if step.shifts} <= {cause}
            assert why.step(cause).change == change == why.difference
            assert why.adds_up
            if change and words:
                page = moved_of(db, comparing, why.step(cause), people.Person.id > 0, 1)
                assert any(words in str(one) for row in page.rows for one in row.reasons)

    whole = compare(scene, province, begun).why()
    assert (whole.before, whole.after) == (Count(1, 5), Count(0, 2))
    assert whole.adds_up


def compare(scene: Scene, area: int, before: datetime) -> Comparing:
    one, on = scene.scheme.indicators[0], Geography(Borders.AS_IT_WAS, DAY)
    return Comparing(scene.db, Compared("x", one.key, area, DAY, on, before, None))


def test_another_version_says_what_differs_in_it(db, scene):
    before = clock.now()
    define_anew(scene)

    redefined = why_of(db, compare(scene, scene.area(COUNTRY), before)).redefined

    assert redefined is not None
    assert (redefined.before, redefined.after) == (1, 2)
    assert [str(words)[:18] for words in redefined.differences] == ["Nội dung bồi dưỡng"]


def test_a_post_planned_for_is_told_by_its_name_and_an_open_day_not_at_all():
    before = make.indicator()
    rule = coverage.Exclusion(date(2026, 2, 1), date.max)
    after = replace(before, planned_for="head", exclusion=rule)

    told = [str(words) for words in differences(before, after, {"head": "Chi hội trưởng"})]

    assert told == [
        "Loại đơn vị khỏi đánh giá: trước là không loại, nay là loại từ ngày 01/02/2026.",
        "Quy hoạch chức danh: trước là không nêu, nay là Chi hội trưởng.",
    ]


def test_who_is_somebody_else_again_is_not_named(db, scene):
    join(scene)
    db.flush()
    before = clock.now()
    people.undo_merge(db, OPERATOR, db.query(people.PersonJoin).one(), now=clock.now())
    comparing = compare(scene, scene.area(PROVINCE), before)

    page = moved_of(db, comparing, comparing.why().step(Cause.PEOPLE), people.Person.id > 0, 1)

    told = {str(words)[:39] for row in page.rows for words in row.reasons}
    assert told == {"Hai hồ sơ được tách lại thành hai người"}


def test_what_no_step_explains_is_told():
    counter = Counter(coverage.Standing.TRAINED)
    new = {1: coverage.Standing.TRAINED}
    step = step_between(Cause.PEOPLE, {}, new, counter)

    assert Why(Count(), Count(1, 1), (step,)).adds_up
    assert Why(Count(), Count(3, 5), (step,)).rest == Count(2, 4)
