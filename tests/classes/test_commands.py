"""Classes from the shell: opened, filled, reviewed and closed."""

import pytest

from elearn import classes, people
from elearn.classes import commands
from tests.make import classes as make
from tests.make import people as cadres


@pytest.fixture
def heads(db, course):
    branch = cadres.org_unit(db, "Chi hội Đồng Phú", kind=people.UnitKind.BRANCH)
    found = [
        cadres.tenure(db, cadres.person(db, name), at=branch, post="branch_head").person
        for name in ("Hà Thị Ấm", "Bùi Thị Thoa")
    ]
    make.studied(db, found[0], course)
    return found


@pytest.fixture
def run(runner, db):
    """`run("list")` says what the command prints; what it wrote is there for the test."""

    def called(*words, **given):
        db.commit()
        answer = runner.invoke(commands.group, list(words), **given)
        db.expire_all()
        return answer

    return called


def test_a_class_is_opened_filled_and_closed(run, db, heads):
    opened = run(
        "open", "CT-LOP", "Hưng Hà, Hưng Yên", "Lớp một", "--from", "1/9/2026", "--to", "15/12/2026"
    )
    filled = run("admit", "CT-LOP-2026-01", "--post", "branch_head")
    closed = run("close", "CT-LOP-2026-01", input="y\n")

    assert "mã CT-LOP-2026-01" in opened.output
    assert "Đã thêm 2 người" in filled.output
    assert "Hà Thị Ấm  đủ điều kiện" in closed.output
    assert "1 hoàn thành, 1 chưa." in closed.output
    assert (
        "CT-LOP-2026-01  Lớp một  01/09/2026–15/12/2026  1/2 người  Đã chốt" in run("list").output
    )
    assert classes.class_by_code(db, "CT-LOP-2026-01").organiser == "Hội LHPN xã Hưng Hà"


def test_who_says_no_closes_nothing(run, db, held):
    make.participation(db, held)

    answer = run("close", held.code, input="n\n")

    assert answer.exit_code == 1
    assert held.state is classes.ClassState.OPEN


def test_one_person_is_admitted_by_her_number(run, held, heads):
    answer = run("admit", held.code, "--person", str(heads[0].id))

    assert "Đã thêm 1 người" in answer.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["admit", "LOP-X", "--person", "1"], "Không có lớp mã LOP-X"),
        (["admit", "LOP-X"], "--person, hoặc --post"),
        (["close", "LOP-X"], "Không có lớp mã LOP-X"),
        (["open", "CT-LOP", "VN", "Lớp", "--to", "1/1/2020"], "Hạn hoàn thành đứng trước"),
        (["open", "CT-LOP", "VN", "Lớp", "--to", "1/1/2099", "--elective", "X"], "CT-LOP-2"),
    ],
)
def test_what_cannot_be_is_told_in_words(run, course, words, told):
    answer = run(*words)

    assert answer.exit_code != 0
    assert told in answer.output
