"""The targets of an area, judged by what is counted; told to programs, to Excel and to people."""

import csv
import io
import json
from datetime import date

import pytest

from elearn import coverage
from elearn.access import OPERATOR
from elearn.coverage import commands
from elearn.coverage.queries.targets import area_of_targets, targets_of
from elearn.coverage.rules.attainment import Outcome
from tests.make import coverage as make

KEYS = [
    target.key
    for scheme in coverage.schemes()
    for one in scheme.indicators
    for target in one.targets
]


def own_scheme():
    """A scheme for heads of branches: two milestones, one still to come, and one of each year."""
    heads = make.indicator(
        targets=tuple(
            coverage.Target(f"T-{year}", year, percent, None, coverage.Comparator.GTE)
            for year, percent in ((2020, 70), (2025, 100), (2030, 75))
        )
    )
    annual = make.indicator(
        measure=coverage.Measure.TRAINED_THIS_YEAR,
        targets=(coverage.Target("T-ANN", None, 100, None, coverage.Comparator.EQ),),
    )
    return make.scheme_of(heads, annual)


@pytest.fixture
def counted(db):
    """Four heads of branches: one trained in 2019, one in 2025, one this year, one never."""
    version = make.programme(db)
    held = [make.head(db, f"Vũ Thị {name}") for name in ("Na", "Mận", "Lựu", "Đào")]
    days = (date(2019, 5, 6), date(2025, 3, 8), date(2026, 3, 8))
    for head, day in zip(held, days, strict=False):
        make.trained(db, head, version, day)
    make.counted(db, own_scheme())


@pytest.fixture
def told(db):
    """`told("33")` gives what has become of the targets of an area, by their key."""

    def told(place="VN", day=make.DAY):
        sight = coverage.sight_of(db, OPERATOR, day)
        report = targets_of(db, coverage.schemes_known(db), area_of_targets(db, sight, place), day)
        return {row.target.key: row for row in report.rows}

    return told


def test_all_22_targets_are_told_of_the_country(told):
    assert sorted(told()) == sorted(KEYS)


def test_as_long_as_nothing_is_counted_there_are_no_results(told):
    assert {row.outcome for row in told().values()} == {Outcome.NOT_COUNTED}


def test_the_district_level_is_judged_as_of_its_last_day(told):
    rows = told()

    assert rows["T1893-2025-DIS"].timing.ended_on == date(2025, 6, 30)
    assert rows["T1893-2020-DIS"].timing.judged_on == date(2020, 12, 31)


def test_the_plan_of_a_province_is_told_of_that_province(told):
    assert told()["TTB-ANN-BRA"].is_whole
    assert "TTB-ANN-BRA" not in told("22")
    assert not told("12586")["TTB-ANN-BRA"].is_whole


def test_a_target_set_for_one_province_is_told_of_that_province_alone(db, told):
    here = coverage.Ground("33", date.min, date.max)
    wanted = [
        coverage.Target(key, 2030, 70, None, coverage.Comparator.GTE, grounds=grounds)
        for key, grounds in (("T-VN", ()), ("T-33", (here,)))
    ]
    make.counted(db, make.scheme_of(make.indicator(targets=tuple(wanted))))

    assert [told()[key].is_whole for key in ("T-VN", "T-33")] == [True, True]
    assert [told("33")[key].is_whole for key in ("T-VN", "T-33")] == [False, True]
    assert set(told("22")) & {"T-VN", "T-33"} == {"T-VN"}


def test_before_a_scheme_has_begun_its_targets_are_still_to_come(told):
    rows = told(day=date(2018, 5, 6))

    assert rows["T1893-2025-BRA"].outcome is Outcome.COMING
    assert rows["T1956-2015"].timing.judged_on == date(2015, 12, 31)


def test_each_target_is_judged_on_its_own_day(told, counted):
    rows = told()

    early, late, coming = rows["T-2020"], rows["T-2025"], rows["T-2030"]
    assert (early.timing.judged_on, early.outcome) == (date(2020, 12, 31), Outcome.NOBODY)
    assert (late.timing.judged_on, late.n, late.of) == (date(2025, 12, 31), 2, 4)
    assert (str(late.distance), late.missing, late.outcome) == ("-50.0", 2, Outcome.NOT_MET)
    assert (late.timing.is_final, late.pace) == (True, None)
    assert (coming.n, coming.outcome, str(coming.share)) == (3, Outcome.MET, "75.0")
    assert (coming.pace.since, str(coming.pace.reached)) == (date(2025, 11, 20), "0.1")


def test_what_begins_anew_each_year_has_its_pace_since_its_first_day(told, counted):
    row = told("33")["T-ANN"]

    assert (row.n, row.of, row.missing) == (1, 4, 3)
    assert row.timing.judged_on == make.DAY
    assert row.pace.since == date(2025, 12, 31)
    assert (str(row.pace.reached), str(row.pace.needed)) == ("0.1", "2.2")  # Three in 41 days.


def test_each_province_is_asked_for_its_least_and_the_country_for_the_sum(db, told):
    make.counted(db, make.scheme("bnv_2021_2025"))

    whole, province = told()["TBNV-2025-EL"], told("33")["TBNV-2025-EL"]

    assert (whole.target.value, whole.missing, whole.outcome) == (63, 63, Outcome.NOT_MET)
    assert (whole.provinces.least, whole.provinces.having, whole.provinces.count) == (1, 0, 34)
    assert (province.target.value, province.missing) == (1, 1)
    assert told("33")["TBNV-2025-PRO"].outcome is Outcome.NOT_JUDGED
    assert "T1893-2025-TW" not in told("33")


@pytest.fixture
def elearn(db, runner):
    """`elearn("--area", "33")` gives what the command prints."""

    def elearn(*words, fails=False):
        result = runner.invoke(commands.group, ["targets", "--as-of", "2026-11-20", *words])
        assert (result.exit_code != 0) is fails, result.output
        return result

    return elearn


def test_json_tells_each_target_with_all_that_it_carries(elearn, counted):
    plain = json.loads(elearn("--format", "json").stdout)
    [online] = [one for one in plain["targets"] if one["key"] == "TBNV-2025-EL"]
    [heads] = [one for one in plain["targets"] if one["key"] == "T-2025"]

    assert len(plain["targets"]) == 22 + 4
    assert (online["organiser"], online["forms"], online["min_class_size"]) == (
        *("central", ["online"]),
        100,
    )
    assert (online["outcome"], online["n"]) == ("not_counted", None)
    assert "63/63 tỉnh thành" in online["quote"]
    assert (heads["n"], heads["N"], heads["share"], heads["distance"]) == (2, 4, 50.0, -50.0)
    assert (heads["outcome"], heads["judged_on"]) == ("not_met", "2025-12-31")


def test_csv_opens_in_excel_with_a_line_a_target(elearn, counted):
    raw = elearn("--format", "csv").stdout_bytes

    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    [heads] = [row for row in rows if row["Mã chỉ tiêu"] == "T-2025"]
    assert len(rows) == 26
    assert (heads["Tỷ lệ (%)"], heads["Khoảng cách"], heads["Còn cần"]) == ("50,0", "-50,0", "2")
    assert (heads["Mức"], heads["Kết luận"]) == ("tối thiểu 100", "chưa đạt")


def test_the_table_is_read_in_a_terminal(elearn, counted):
    told = elearn("--area", "33").stdout

    assert told.startswith("Chỉ tiêu bồi dưỡng tỉnh Hưng Yên\n")
    assert "năm 2025, tối thiểu 100%: 2/4 = 50,0%, chưa đạt, thiếu 2 người (đến 31/12/2025)" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as-of", "2030-01-01"), "Ngày này chưa tới"),
        (("--as-of", "2009-12-31"), "bắt đầu ngày 01/01/2010"),
        (("--area", "99999"), "Không có đơn vị hành chính mã 99999"),
    ],
)
def test_what_cannot_be_told_is_refused_in_words(elearn, words, said):
    assert said in elearn(*words, fails=True).output
