"""A dry run from the shell: the whole answer, for programs and for people."""

import json
from pathlib import Path

import pytest

from elearn.cli import Installation
from elearn.people import commands
from elearn.people.roster.rules import fixes, problems, questions
from tests.bases import Runner, settings_at
from tests.people.roster.reading_here import dry_run

DATA = Path(__file__).parents[2] / "data"
MESSY = DATA / "danh_sach_lon_xon.xlsx"
ANSWER = json.loads((DATA / "danh_sach_lon_xon.expected.json").read_text(encoding="utf-8"))


@pytest.fixture
def run(runner):
    return lambda *words: runner.invoke(commands.group, ["import", *map(str, words), "--dry-run"])


def test_the_messy_list_gives_the_answer_it_owes():
    assert dry_run(MESSY.read_bytes()) | {"file": MESSY.name} == ANSWER


def test_the_shell_prints_the_same_before_anything_is_set_up(tmp_path):
    bare = Runner(Installation.of(settings_at(tmp_path)))

    told = bare.invoke(commands.group, ["import", str(MESSY), "--dry-run", "--format", "json"])

    assert (told.exit_code, told.stderr) == (0, "")
    assert json.loads(told.stdout) == ANSWER


def test_an_installation_tells_what_would_become_of_each_row(run):
    told = run(MESSY, "--format", "json", "--full")

    rows = {row["row"]: row for row in json.loads(told.output)["rows"]}
    assert rows.keys() == {row["row"] for row in ANSWER["rows"]}
    assert rows[18]["status"] == "error"
    assert rows[18]["reasons"][0] == "unknown_title:Cán bộ VH"
    assert rows[13]["cells"]["name"] == "BÙI THỊ THUÝ"


def test_people_are_told_numbers_then_what_wants_looking_at(run):
    told = run(MESSY).output

    assert "danh_sach_lon_xon.xlsx: 9 dòng." in told
    assert "dòng 14  Bùi Thị Thúy\n    Trùng với dòng 13." in told
    assert "Không có chức danh “Cán bộ VH” trong danh mục." in told


@pytest.mark.parametrize("name", ["nowhere.xlsx", "empty.csv"])
def test_what_cannot_be_read_is_told_as_an_error(run, tmp_path, name):
    (tmp_path / "empty.csv").write_text("ghi chú;không có gì\n", encoding="utf-8")

    told = run(tmp_path / name, "--format", "json")

    assert told.exit_code == 1
    assert name in json.loads(told.output)["error"]


def test_a_sheet_that_is_not_there_holds_no_list(run):
    told = run(MESSY, "--sheet", "Sheet2")

    assert (told.exit_code, "Không thấy bảng danh sách" in told.output) == (1, True)


@pytest.mark.parametrize("names", [fixes.NAMES, problems.NAMES, questions.NAMES])
def test_every_code_has_a_sentence_that_takes_its_value(names):
    for sentence in names.values():
        assert str(sentence).replace("%(value)s", "").count("%") == 0


def test_every_fix_has_words_for_a_number_of_rows():
    assert all(str(fixes.in_short(code)) for code in fixes.NAMES)
