"""The stored counts from the shell: counted anew, followed, and counted a second way."""

import pytest

from elearn import coverage
from elearn.coverage import commands
from tests.make import coverage as make
from tests.make import people as roster
from tests.make.areas import area


@pytest.fixture
def scheme(db):
    make.three_heads(db)
    found = make.counted(db, make.scheme_of(make.indicator()))[0]
    db.commit()
    return found


def test_reconciling_finds_nothing_and_says_why_a_total_is_no_sum(db, runner, scheme):
    found = runner.invoke(
        commands.group,
        ["reconcile", "--scheme", "x", "--as-of", "2025-12-31", "--sample", "5"],
    )

    assert found.exit_code == 0, found.output
    assert "Đã đối chiếu 5 số liệu tại 5 địa bàn: 0 số liệu lệch." in found.output


def test_what_differs_is_told_and_counting_anew_puts_it_right(db, runner, scheme):
    there = area(db, "Xã Tiên La", within="Tỉnh Hưng Yên")
    again = roster.tenure(db, at=roster.org_unit(db, "Chi hội", at=there), post="branch_head")
    roster.tenure(db, again.person, post="branch_head")
    db.commit()
    asked = ["reconcile", "--scheme", "x", "--as-of", "2025-12-31", "--area", "33"]

    before = runner.invoke(commands.group, asked)
    assert before.exit_code == 1
    assert "LỆCH: Tỉnh Hưng Yên" in before.output

    counted = runner.invoke(commands.group, ["rebuild", "--scheme", "x"])
    assert "Đã đếm lại 4 số liệu" in counted.output
    after = runner.invoke(commands.group, asked)
    assert after.exit_code == 0
    assert "Tỉnh Hưng Yên, branch_head.branch: 4 người, cộng các phần được 5" in after.output


def test_following_says_that_all_is_followed(db, runner, scheme):
    found = runner.invoke(commands.group, ["follow"])

    assert "đã theo kịp" in found.output
    assert isinstance(scheme, coverage.Scheme)
