"""A change of areas from the shell: looked at, applied once, and every bad line told."""

from sqlalchemy import func, select

from elearn import areas
from elearn.home.changes import commands


def named(db, name):
    return db.scalar(select(func.count()).where(areas.AreaVersion.name == name))


def options(*more):
    return [
        *("--number", "01/NQ", "--title", "Sắp xếp xã"),
        *("--decided", "01/10/2026", "--effective", "01/01/2027", *more),
    ]


def test_the_shell_looks_applies_and_does_nothing_twice(runner, db, file, tmp_path):
    path = tmp_path / "xã.xlsx"
    path.write_bytes(file)

    looked = runner.invoke(commands.change, [str(path), *options("--preview")])
    assert "Lập 1, kết thúc 1, thay đổi 0 đơn vị hành chính" in looked.output
    assert areas.changes(db) == []

    assert "Đã áp dụng" in runner.invoke(commands.change, [str(path), *options()]).output
    assert named(db, "Trần") == 1
    again = runner.invoke(commands.change, [str(path), *options()])
    assert "không có gì thay đổi" in again.output


def test_the_shell_tells_every_bad_line(runner, db, tmp_path):
    path = tmp_path / "xã.csv"
    path.write_text(
        ";".join(areas.COLUMNS.values()) + "\n99999;;xã;;Xã Nào;;;đổi tên;\n", encoding="utf-8-sig"
    )

    result = runner.invoke(commands.change, [str(path), *options()])

    assert "Sai dòng 2: Không có đơn vị mã 99999" in result.output
    assert "còn 1 dòng sai" in str(result.exception)
    assert areas.changes(db) == []
