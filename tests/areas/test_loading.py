"""Loading the lists: once, whole, and with the line that cannot be read."""

import shutil
from datetime import date

import pytest
from sqlalchemy import func, select

from elearn import areas, clock
from elearn.access import OPERATOR
from elearn.areas import commands
from elearn.errors import Refusal
from tests.make import areas as make


@pytest.fixture
def folder(tmp_path):
    """The lists, the long ones cut short: their first lines say all that these tests ask."""
    copied = shutil.copytree(areas.DATA, tmp_path / "lists")
    for name, lines in (("communes_legacy", 12), ("communes", 12), ("crosswalk_2025", 2)):
        file = copied / f"{name}.csv"
        file.write_text("".join(file.read_text().splitlines(keepends=True)[:lines]))
    return copied


def rewrite(file, old, new):
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_a_second_load_changes_nothing_even_after_a_change(runner, db):
    line = ("33", "", "tỉnh", "", "Hưng Yên Mới", "", "", "đổi tên")
    change = areas.receive(db, OPERATOR, make.change(line), now=clock.now())
    areas.apply(db, OPERATOR, change, now=clock.now())
    db.commit()

    result = runner.invoke(commands.group, ["load"])

    assert "không có gì thay đổi" in result.output
    assert db.scalar(select(func.count()).select_from(areas.Area)) == 14015


def test_another_list_is_not_written_over_the_first(runner, folder):
    rewrite(folder / "communes.csv", "Ba Đình", "Ba Đình Mới")

    result = runner.invoke(commands.group, ["load", "--from", str(folder)])

    assert result.exit_code == 1
    assert "không ghi đè" in str(result.exception)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "communes.csv",
            "00008,Ngọc Hà,phuong",
            "00008,Ngọc Hà,lang",
            "communes.csv, dòng 3: .*“lang”",
        ),
        ("communes.csv", "00008,", "00004,", "communes.csv, dòng 3: mã 00004 có hai lần"),
        (
            "districts_legacy.csv",
            "quan,01,8",
            "quan,99,8",
            "districts_legacy.csv, dòng 4: .*old province 99",
        ),
        ("crosswalk_2025.csv", ",whole,1,1.1", ",whole,1,far", "crosswalk_2025.csv, dòng 2: .*far"),
        ("communes_legacy.csv", "code,name", "code,title", "communes_legacy.csv, dòng 2: .*“name”"),
    ],
)
def test_a_bad_line_is_told_with_its_file_and_number(folder, file, old, new, told):
    rewrite(folder / file, old, new)

    with pytest.raises(Refusal, match=told):
        areas.lists(folder)


def test_what_began_with_the_reforms_rests_on_their_resolutions(db):
    version, paper = areas.AreaVersion, areas.AreaResolution
    rested = select(paper.number, version.valid_from, func.count())
    rested = rested.join(version, version.resolution_id == paper.id)

    told = set(db.execute(rested.group_by(paper.number, version.valid_from)).all())

    assert told == {
        ("202/2025/QH15", date(2025, 7, 1), 3344),
        ("30/2026/QH16", date(2026, 4, 30), 1),
        ("237/NQ-UBTVQH16", date(2026, 4, 30), 10),
    }
    steps = select(func.count()).where(areas.AreaLineage.resolution_id.is_(None))
    assert db.scalar(steps) == 0


def test_a_missing_file_is_named(folder):
    (folder / "provinces.csv").unlink()

    with pytest.raises(Refusal, match=r"provinces\.csv"):
        areas.lists(folder)


def test_the_shell_finds_an_area_too(runner):
    result = runner.invoke(commands.group, ["find", "minh khai, hung ha"])

    assert "Xã Minh Khai (huyện Hưng Hà, tỉnh Thái Bình) → nay là Xã Hưng Hà" in result.output


def test_an_area_that_ended_without_an_heir_tells_its_last_day(runner):
    result = runner.invoke(commands.group, ["find", "huyện pác nặm"])

    assert "Huyện Pác Nặm (tỉnh Bắc Kạn), kết thúc ngày 30/06/2025" in result.output
