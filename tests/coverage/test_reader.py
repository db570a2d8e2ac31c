"""The schemes and targets that ship, and what is said of a file that cannot be read."""

import re

import pytest
import yaml

from elearn import coverage, people
from elearn.coverage.reader import schemes
from elearn.errors import Refusal

SMALL = """
rounding: {mode: ROUND_HALF_UP, decimals: 2}
groups: {branch_head: Chi hội trưởng}
schemes:
  one: {title: Đề án một, short_title: Một, period: [2019, 2025]}
targets:
  - &heads
    {id: T1, scheme: one, group: branch_head, level: branch, year: 2020, percent: 70,
     comparator: gte, measure: person_trained, content: [union_duty]}
  - {<<: *heads, id: T2, year: 2025}
"""


@pytest.fixture
def read(tmp_path):
    """`read(change)` reads a small file after a change."""

    def read(change):
        content = yaml.load(SMALL, Loader=yaml.CSafeLoader)
        change(content)
        path = tmp_path / "targets.yaml"
        path.write_text(yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True))
        return schemes(path)

    return read


def test_all_schemes_are_there_with_their_22_targets():
    found = {scheme.key: scheme for scheme in schemes()}
    targets = [one for scheme in schemes() for item in scheme.indicators for one in item.targets]

    assert len(found) == 5
    assert len({target.key for target in targets}) == len(targets) == 22
    assert found["de_an_1893"].years == "2019–2025"
    assert found["de_an_1893"].lead == "branch_head.branch"


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


def test_a_scheme_without_decimals_of_its_own_has_the_usual(read):
    [one] = read(lambda _: None)

    assert (one.decimals, one.lead, one.decision) == (2, "branch_head.branch", "")


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("level", "hamlet", "targets › T1 › level: không có “hamlet”"),
        ("group", "drivers", "T1 › group: không có “drivers”"),
        ("scheme", "qd_1", "T1 › scheme: không có “qd_1”"),
        ("percent", 170, "T1 › percent: phải là số nguyên từ 1 đến 100"),
        ("year", "soon", "T1 › year: phải là số nguyên từ 1990 đến 2100"),
        ("content", ["dance"], "T1 › content: không có “dance”"),
        ("content", [], "T1 › content: phải là danh sách, không để trống"),
        ("comparator", "about", "T1 › comparator: không có “about”"),
        ("value", 12, "T1: ghi một trong hai: percent hoặc value"),
        ("min_contents", 3, "T1 › min_contents: hiện chỉ tính được từ 1 nội dung"),
        ("colour", "red", "T1: không hiểu mục colour"),
        ("id", "T2", "T2 › id: “T2” đã có ở trên"),
        ("measure", "joy", "T1 › measure: không có “joy”"),
    ],
)
def test_what_is_wrong_with_a_target_is_told_with_its_place(read, place, value, said):
    with pytest.raises(Refusal, match=re.escape(said)):
        read(lambda content: content["targets"][0].update({place: value}))


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("period", [2025, 2019], "schemes › one › period: phải là [năm đầu, năm cuối]"),
        ("title", "", "schemes › one › title: phải là chữ, không để trống"),
        ("leads_with", {"group": "x"}, "one › leads_with: không có nhóm và cấp này"),
        ("told", "all", "one › told: phải là danh sách"),
        ("areas", [{"code": "34", "until": "then"}], "areas › 1 › until: phải là ngày"),
        ("decimals", 9, "one › decimals: phải là số nguyên từ 0 đến 4"),
    ],
)
def test_what_is_wrong_with_a_scheme_is_told_with_its_place(read, place, value, said):
    with pytest.raises(Refusal, match=re.escape(said)):
        read(lambda content: content["schemes"]["one"].update({place: value}))


def test_one_group_cannot_be_asked_for_two_contents(read):
    with pytest.raises(Refusal, match="một nhóm, một cấp có hai nội dung khác nhau"):
        read(lambda content: content["targets"][1].update(content=["social_work"]))


def test_a_file_that_is_no_yaml_is_refused_by_name(tmp_path):
    path = tmp_path / "targets.yaml"
    path.write_text("schemes: [", encoding="utf-8")

    with pytest.raises(Refusal, match=r"targets\.yaml"):
        schemes(path)
