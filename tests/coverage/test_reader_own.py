"""Schemes in a file of one's own: what may be left out, and what is said of what is wrong."""

import re
from datetime import date

import pytest
import yaml

from elearn.coverage.reader import schemes
from elearn.errors import Refusal

SMALL = """
rounding: {mode: ROUND_HALF_UP, decimals: 2}
groups: {branch_head: Chi hội trưởng}
schemes:
  one: {title: Đề án một, short_title: Một, legal_source: Quyết định số 1, period: [2019, 2025]}
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
        ("year", "soon", "T1 › year: phải là số nguyên từ 2019 đến 2025"),
        ("content", ["dance"], "T1 › content: không có “dance”"),
        ("content", [], "T1 › content: phải là danh sách, không để trống"),
        ("organiser", "central", "T1 › organiser: không dùng được với person_trained"),
        ("direction", "in", "T1 › direction: không dùng được với person_trained"),
        ("unit", "class", "T1 › unit: phải trùng với measure: person_trained"),
        ("measure", "class", "T1 › measure: percent là của cách tính theo người"),
        ("measure", "turnover", "T1 › content: không dùng được với turnover"),
        ("variant", "Đặc biệt", "T1 › label: chưa có"),
        ("same_quote_as", "T9", "T1 › same_quote_as: không có “T9”"),
        ("comparator", "about", "T1 › comparator: không có “about”"),
        ("value", 12, "T1: ghi một trong hai: percent hoặc value"),
        ("min_contents", 3, "T1 › min_contents: không dùng được với person_trained"),
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
    with pytest.raises(
        Refusal, match=r"hai chỉ số khác nhau cùng tên branch_head.branch: thêm variant"
    ):
        read(lambda content: content["targets"][1].update(content=["social_work"]))


def test_two_figures_of_one_kind_are_told_apart_by_a_variant(read):
    [one] = read(
        lambda content: content["targets"][1].update(
            content=["social_work"], variant="social", label="công tác xã hội"
        )
    )

    assert [figure.key for figure in one.indicators] == [
        "branch_head.branch",
        "branch_head.branch.social",
    ]
    assert str(one.indicators[1].note) == "công tác xã hội"


@pytest.mark.parametrize(("is_on", "excludes"), [(True, True), (False, False)])
def test_leaving_units_out_is_a_rule_with_a_switch_for_each_scheme(read, is_on, excludes):
    def change(content):
        content["exclusions"] = {"EX": {"title": "Cơ quan chung", "from": date(2022, 1, 1)}}
        content["schemes"]["one"]["exclusion"] = {"rule": "EX", "is_on": is_on}

    [one] = read(change)

    assert (one.indicators[0].exclusion is not None) is excludes


def test_a_file_of_ones_own_may_leave_groups_and_rounding_to_the_one_that_ships(read):
    def change(content):
        del content["groups"], content["rounding"]

    [one] = read(change)

    assert one.indicators[0].group_name == "Chi hội trưởng phụ nữ"


def test_without_a_legal_source_there_is_no_figure(read):
    with pytest.raises(Refusal, match=r"one › legal_source: chưa có"):
        read(lambda content: content["schemes"]["one"].pop("legal_source"))


def test_a_file_that_is_no_yaml_is_refused_by_name(tmp_path):
    path = tmp_path / "targets.yaml"
    path.write_text("schemes: [", encoding="utf-8")

    with pytest.raises(Refusal, match=r"targets\.yaml"):
        schemes(path)
