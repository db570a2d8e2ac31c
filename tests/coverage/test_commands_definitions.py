"""`elearn coverage define` and `indicators`: what a file adds, and what is listed."""

import json
from dataclasses import replace
from datetime import date

import pytest
import yaml
from sqlalchemy import select

from elearn import clock, coverage
from elearn.access import OPERATOR
from elearn.audit import AuditEntry
from elearn.coverage import commands
from elearn.errors import Refusal
from tests.coverage.defined import counts

OWN = """
schemes:
  tiep_theo:
    title: Đề án tiếp theo
    short_title: Đề án mới
    legal_source: Quyết định số 1
    period: [2026, 2030]
targets:
  - {id: T1, scheme: tiep_theo, group: branch_head, level: branch, year: 2030, percent: 90,
     comparator: gte, measure: person_trained, content: [social_work, union_duty], logic: all,
     forms: [online, shared]}
"""


@pytest.fixture
def own(tmp_path):
    """`own(change)` writes a file of one's own after a change."""

    def own(change=lambda _: None):
        content = yaml.safe_load(OWN)
        change(content)
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.yaml"
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        return path

    return own


@pytest.fixture
def elearn(runner):
    """`elearn("define", path)` gives what the command prints."""

    def elearn(*words, fails=False):
        result = runner.invoke(commands.group, [str(word) for word in words])
        assert (result.exit_code != 0) is fails, result.output
        return result.output

    return elearn


def test_a_new_scheme_comes_by_a_file_without_code(db, own, elearn):
    assert "tiep_theo: phiên bản 1" in elearn("define", own())

    found = coverage.scheme_by_key(coverage.schemes_known(db), "tiep_theo")
    [one] = found.indicators
    assert one.key == "branch_head.branch.online-shared"
    assert (one.content.needs_all, one.first_day) == (True, date(2026, 1, 1))
    assert one.targets[0].percent == 90


def test_what_a_file_defines_is_an_act_of_the_operator(db, own, elearn):
    elearn("define", own())

    entry = db.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert (entry.action, entry.subject, entry.details["scheme"]) == (
        *("define", "scheme"),
        "tiep_theo",
    )
    assert entry.details["figures"] == ["branch_head.branch.online-shared"]


def test_the_same_file_again_changes_nothing(db, own, elearn):
    path = own()
    elearn("define", path)
    before = counts(db)

    assert "Không có gì khác" in elearn("define", path)
    assert counts(db) == before


def test_a_figure_put_right_is_a_second_version(db, own, elearn):
    elearn("define", own())

    told = elearn("define", own(lambda content: content["targets"][0].update(logic="any")))

    assert "tiep_theo: phiên bản 2\n  branch_head.branch.online-shared: phiên bản 2" in told


def test_checking_writes_nothing(db, own, elearn):
    before = counts(db)

    assert "Tệp đúng: 1 đề án, 1 chỉ số." in elearn("define", "--check", own())
    assert counts(db) == before


def test_what_people_of_the_installation_wrote_outlives_the_next_setup(db, own, elearn):
    def change(content):
        content["schemes"] = {"qd_1956": content["schemes"]["tiep_theo"]}
        content["targets"][0]["scheme"] = "qd_1956"

    elearn("define", own(change))

    written = coverage.load_definitions(db, coverage.schemes(), now=clock.now())

    assert written == coverage.Loaded(skipped=("qd_1956",))
    assert coverage.scheme_by_key(coverage.schemes_known(db), "qd_1956").title == "Đề án tiếp theo"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda content: content["targets"][0].update(level="hamlet"),
            "targets › T1 › level: không có “hamlet”",
        ),
        (
            lambda content: content.update(groups={"branch_head": "Chi hội trưởng", "x": 3}),
            "groups › x: phải là các cặp tên: giá trị",
        ),
        (
            lambda content: (
                content.update(groups={"driver": "Lái xe"}),
                content["targets"][0].update(group="driver"),
            ),
            "tiep_theo › driver.branch.online-shared: không chức danh nào thuộc nhóm “driver”",
        ),
        (
            lambda content: (
                content.update(groups={"next": {"name": "Kế cận", "planned_for": "king"}}),
                content["targets"][0].update(group="next"),
            ),
            "không có chức danh “king”",
        ),
        (
            lambda content: content["schemes"]["tiep_theo"].update(areas=[{"code": "34"}]),
            "",
        ),
        (
            lambda content: content["schemes"]["tiep_theo"].update(areas=[{"code": "00"}]),
            "không có tỉnh nào mã “00”",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_place(db, own, elearn, change, said):
    assert said in elearn("define", own(change), fails=bool(said))


def test_a_file_that_names_nobodys_group_is_refused_before_anything_is_written(db):
    scheme = coverage.schemes()[0]
    strange = replace(scheme.indicators[0], group="driver")

    with pytest.raises(Refusal, match="không chức danh nào thuộc nhóm"):
        coverage.define(db, OPERATOR, [replace(scheme, indicators=(strange,))], now=clock.now())


def test_the_figures_are_listed_with_their_versions_and_sources(db, elearn):
    told = elearn("indicators")
    plain = json.loads(elearn("indicators", "--scheme", "de_an_1893", "--format", "json"))

    assert "commune_official.commune.class.central.online (phiên bản 1)" in told
    assert "Quyết định số 1893/QĐ-TTg ngày 31/12/2018" in told
    assert {one["scheme"] for one in plain} == {"de_an_1893"}
    assert plain[0]["source"].endswith("(S002)")
    assert (plain[0]["version"], plain[0]["first_day"]) == (1, "2019-01-01")
