"""The tables of a report hold what its page tells: who is not on the roster, and until when."""

import csv
import io
import json

import pytest

from elearn.access import Role
from elearn.coverage import commands
from tests.make import headcounts as declared
from tests.make.areas import area

HEADS = "branch_head.branch"
AS_OF = "as_of=20/11/2026"


@pytest.fixture
def told(db):
    """Xã Hưng Hà declared ten heads, of whom three are on the roster; its neighbour two."""
    declared.headcount(db, area(db), 10)
    declared.headcount(db, area(db, "Phường Phố Hiến"), 2)
    db.commit()


@pytest.fixture
def printed(runner):
    """`printed("csv")` gives a report of the province in this form."""

    def printed(kind):
        asked = ["report", "--as-of", "2026-11-20", "--area", "33", "--format", kind]
        return runner.invoke(commands.group, asked).stdout_bytes.decode("utf-8-sig")

    return printed


def lines(text):
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.mark.usefixtures("told")
def test_json_tells_who_is_not_on_the_roster_and_nothing_where_nothing_was_declared(printed):
    lacking = {
        row["area_name"]: cell["not_on_roster"]
        for row in json.loads(printed("json"))["rows"]
        for cell in row["cells"]
        if cell["figure"] == HEADS
    }

    assert lacking["Tỉnh Hưng Yên"] == 9
    assert (lacking["Xã Hưng Hà"], lacking["Phường Phố Hiến"]) == (7, 2)
    assert lacking["Xã Tiên Lữ"] is None


@pytest.mark.usefixtures("told")
def test_the_csv_and_the_table_tell_it_too(client, enter, printed):
    column = "Chưa có trong danh sách (người)"
    found = {
        row["Đơn vị"]: row[column]
        for row in lines(printed("csv"))
        if row["Nhóm cán bộ"] == "Chi hội trưởng phụ nữ"
    }
    enter(Role.INSPECTOR, "Tỉnh Hưng Yên")
    page = client.get(f"/coverage/report.csv?{AS_OF}").data.decode("utf-8-sig")

    assert (found["Tỉnh Hưng Yên"], found["Xã Hưng Hà"], found["Xã Tiên Lữ"]) == ("9", "7", "")
    assert "còn 9 người chưa có trong danh sách" in printed("table")
    assert {row["Đơn vị"]: row[column] for row in lines(page) if row[column]} == {
        name: number for name, number in found.items() if number
    }


@pytest.mark.usefixtures("told")
def test_the_page_tells_the_same_number(client, enter):
    enter(Role.INSPECTOR, "Tỉnh Hưng Yên")

    page = client.get(f"/coverage?{AS_OF}").text

    assert "còn 9 người chưa có trong danh sách" in page


def test_a_number_of_turns_after_the_scheme_says_until_when_it_is(client, enter, printed):
    enter(Role.INSPECTOR, "Tỉnh Hưng Yên")
    turns = client.get(f"/coverage?scheme=bnv_2021_2025&{AS_OF}").text

    assert "tính cả sau kỳ đề án" in lines(printed("csv"))[0]["Cách tính"]
    assert "Sau kỳ đề án (2019–2025)." in client.get(f"/coverage/people?{AS_OF}").text
    assert "Sau kỳ đề án" in client.get(f"/coverage/why?{AS_OF}").text
    assert "Sau kỳ đề án (2021–2025)." in turns
