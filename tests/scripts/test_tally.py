"""The sum of several test runs, and when it is good."""

import pytest

from scripts.lib.tally import main, read

REPORT = '<testsuites><testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/></testsuites>'


@pytest.fixture
def report(tmp_path):
    """Write a report of so many tests, failures, errors and skipped ones; return its path."""

    def write(*counts, name="report"):
        path = tmp_path / f"{name}.xml"
        path.write_text(REPORT.format(*counts))
        return path

    return write


def test_the_last_line_is_the_sum(report, capsys):
    first, second = report(5, 0, 0, 0, name="a"), report(3, 0, 0, 0, name="b")

    assert main([f"SQLite={first}", f"PostgreSQL={second}"]) == 0

    assert capsys.readouterr().out.splitlines()[-1] == "8 passed, 0 failed"


@pytest.mark.parametrize("counts", [(3, 1, 0, 0), (3, 0, 1, 0), (3, 0, 0, 1), (0, 0, 0, 0)])
def test_a_failure_an_error_a_skipped_test_and_no_test_at_all_are_not_good(report, counts):
    assert main([f"SQLite={report(*counts)}"]) == 1


def test_the_parts_of_one_run_are_told_together(report, capsys):
    parts = [f"SQLite={report(2, 0, 0, 0, name=name)}" for name in "ab"]

    main(parts)

    assert capsys.readouterr().out.splitlines() == [
        "SQLite: 4 passed, 0 failed",
        "4 passed, 0 failed",
    ]


def test_a_run_that_left_no_report_counts_as_a_failure(tmp_path):
    assert read(tmp_path / "none.xml").failed == 1
