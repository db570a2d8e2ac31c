"""People made for figures are counted by the engine itself; what is too large is divided only."""

import csv
import json

import pytest
from click.testing import CliRunner

from elearn.coverage import checking, commands
from elearn.coverage.checking.engine import counted
from elearn.coverage.checking.rules import Sample, Table, Verdict, as_json, samples_of
from tests.make.figures import FIGURES, altered, documents, fraction, row, table

MANY = 10_000


def small_enough(whole: Table) -> Table:
    """Return the rows for which few people are made; `scripts/prove figures` checks all of them."""
    samples = samples_of(whole)
    return Table(
        one for one in whole.rows if one.line not in samples or samples[one.line].size < MANY
    )


def test_the_engine_counts_persons_turns_and_turns_a_person():
    found = counted(
        {
            7: Sample(5, 3, are_turns=False),
            9: Sample(4, 0, are_turns=False),
            3: Sample(2, 9, are_turns=True, target=12),
            4: Sample(4, 9, are_turns=True),
        }
    )

    assert found == {
        7: fraction(3, 5),
        9: fraction(0, 4),
        3: fraction(9, 12),
        4: fraction(9, 4),
    }


def test_the_figures_of_the_documents_come_out_of_the_engine_and_altered_ones_do_not():
    whole = small_enough(documents())
    shifts = {11: 2, 92: 1, 102: -3}

    report = checking.check(altered(whole, shifts))

    wrong = {one.row.line for one in report.differing if one.verdict is Verdict.UNEXPLAINED}
    assert wrong == set(shifts)
    assert as_json(report)["ways"] == {
        "through_engine": 49,
        "by_division": 2,
        "printed_again": 60,
    }


@pytest.mark.parametrize(
    ("n", "of", "unit"),
    [
        ("39.5", "81.736", "percent"),
        ("0.000001", "999999999999", "percent"),
        ("999999999999", "0.000001", "times_per_year"),
        ("999999999999", "999999999999", "percent"),
        ("39", "81.736", "billion_vnd"),
    ],
)
def test_what_no_people_can_be_made_for_is_divided_and_rounded_only(n, of, unit):
    checked = table(row("1", n, of, unit=unit))

    assert samples_of(checked) == {}
    assert as_json(checking.check(checked))["ways"]["by_division"] == 1


def test_so_many_people_are_made_in_all_and_no_more():
    checked = table(*(row("50", 450_000, 900_000) for _ in range(5)))

    assert sum(one.size for one in samples_of(checked).values()) == 2_700_000


def test_the_command_tells_json_that_adds_up(tmp_path):
    path = tmp_path / "figures.csv"
    with FIGURES.open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *lines[83:92]])

    result = CliRunner().invoke(commands.group, ["check-figures", str(path), "--format", "json"])

    told = json.loads(result.stdout)
    assert [told[key] for key in ("checked", "as_printed", "document_errors", "unexplained")] == [
        *(9, 8, 1, 0)
    ]
    assert [one["name"] for one in told["differences"]] == ["copy_error"]
    assert {one["name"] for one in told["remarks"]} == {"gap_30", "excess_30"}


def test_the_command_refuses_what_cannot_be_read_in_words(tmp_path):
    result = CliRunner().invoke(commands.group, ["check-figures", str(tmp_path / "figures.csv")])

    assert result.exit_code == 1
    assert "Không đọc được figures.csv" in result.output
