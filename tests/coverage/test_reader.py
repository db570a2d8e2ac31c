"""The schemes and targets that ship."""

from datetime import date

from elearn import coverage, people
from elearn.areas import Level
from elearn.catalogue import Mode
from elearn.coverage.reader import schemes
from elearn.learning import CompletionForm


def test_all_schemes_are_there_with_their_22_targets():
    found = {scheme.key: scheme for scheme in schemes()}
    targets = [one for scheme in schemes() for item in scheme.indicators for one in item.targets]

    assert len(found) == 6
    assert len({target.key for target in targets}) == len(targets) == 22
    assert found["de_an_1893"].years == "2019–2025"
    assert found["de_an_1893"].lead == "branch_head.branch"


def test_every_measure_has_a_figure_and_every_figure_a_legal_source():
    figures = [one for scheme in schemes() for one in scheme.indicators]

    assert {one.measure for one in figures} == set(coverage.Measure)
    assert all(one.source for one in figures)


def test_a_figure_stands_alone_with_all_that_it_counts():
    found = {one.key: one for scheme in schemes() for one in scheme.indicators}

    successors = found["commune_union_chair_successor.commune"]
    assert successors.planned_for == "commune_union_chair"
    assert successors.planned_for in {post.key for post in people.posts(people.POSTS).posts}
    assert successors.exclusion == coverage.Exclusion(date(2022, 1, 1), date(2025, 6, 30))
    assert (successors.first_day, successors.decimals) == (date(2019, 1, 1), 1)
    assert found["branch_head.branch.person_trained_annual"].exclusion is None
    online = found["commune_official.commune.class.central.online"]
    assert (online.min_class_size, online.organiser) == (100, Level.CENTRAL)
    assert online.modes == {Mode.ONLINE}
    assert (online.content.tags, online.first_day) == (frozenset(), date(2021, 1, 1))


def test_a_target_carries_where_who_how_and_in_whose_words():
    found = {
        target.key: target
        for scheme in schemes()
        for one in scheme.indicators
        for target in one.targets
    }

    one = found["TBNV-2025-EL"]
    assert (one.per_province, one.min_class_size, one.value) == (1, 100, 63)
    assert (one.organiser, one.forms) == (Level.CENTRAL, frozenset({CompletionForm.ONLINE}))
    assert found["T1893-2020-PRO"].quote == found["T1893-2020-TW"].quote != ""
    assert found["T1893-2020-PRO"].decision == "1893/QĐ-TTg"
    assert [one.code for one in found["TTB-2030-VIC"].grounds] == ["34", "33"]
    assert found["TTB-ANN-PRO"].is_annual


def test_windows_follow_from_what_is_counted():
    found = {one.measure: one for scheme in schemes() for one in scheme.indicators}

    assert found[coverage.Measure.TRAINED].since(date(2026, 5, 4)) == date(2019, 1, 1)
    assert found[coverage.Measure.TRAINED_THIS_YEAR].since(date(2026, 5, 4)) == date(2026, 1, 1)
    assert found[coverage.Measure.CERTIFIED].since(date(2026, 5, 4)) == date.min
    assert found[coverage.Measure.TURNOVER].since(date(2026, 5, 4)) == date(2026, 1, 1)


def test_milestones_of_one_group_are_one_figure():
    heads = coverage.indicator_by_key(schemes()[0], "branch_head.branch")

    assert [(one.year, one.percent) for one in heads.targets] == [(2020, 70), (2025, 100)]


def test_every_group_is_one_that_posts_make():
    known = people.posts(people.POSTS).groups
    asked = {item.group for scheme in schemes() for item in scheme.indicators}

    assert asked <= known.keys()


def test_all_levels_together_is_the_absence_of_a_level():
    certified = coverage.indicator_by_key(
        schemes()[1], "union_officer_fulltime.all.person_certified"
    )

    assert certified.level is None
