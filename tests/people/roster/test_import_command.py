"""A list taken in from the shell: what is sure is written, the rest is left to be decided."""

import json
import os

import pytest
from sqlalchemy import select

from elearn.people import Person, Tenure, commands

LINES = (
    "HỘI LHPN TỈNH HƯNG YÊN",
    "HỘI LHPN XÃ HƯNG HÀ",
    "STT;Họ và tên;Ngày sinh;Số điện thoại;Chức vụ;Thôn;Xã",
    "1;LÊ THỊ NA;05/03/1984;912345678;CT Hội;;Hưng Hà",
    "2;Trần Thị Lan;1985;0912.345.679;CHT;Thôn 3;Xã Hưng Hà",
    "3;Trần Thị Ha`;1985;0912.345.670;CHT;Thôn 4;Xã Hưng Hà",
    ";;;;Hưng Hà, ngày 12 tháng 6 năm 2026",
)


@pytest.fixture
def run(runner, tmp_path):
    path = tmp_path / "danh_sach.csv"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return lambda *words: runner.invoke(commands.group, ["import", str(path), *words])


def test_what_is_sure_is_written_and_a_second_time_changes_nothing(run, db):
    first, second = (json.loads(run("--format", "json").output) for _ in range(2))

    assert first["rows"] == {"new": 2, "error": 1}
    assert second["rows"] == {"unchanged": 2, "error": 1}
    assert set(db.scalars(select(Person.full_name))) >= {"Lê Thị Na", "Trần Thị Lan"}
    assert {one.valid_from.isoformat() for one in db.scalars(select(Tenure))} == {"2026-06-12"}


def test_a_sheet_that_is_not_there_is_refused_in_words(run):
    told = run("--sheet", "Trang 9")

    assert (told.exit_code, "không có trang tính “Trang 9”" in told.output) == (1, True)


def test_a_file_we_may_not_read_is_refused_as_an_object(run, monkeypatch):
    monkeypatch.setattr(os, "access", lambda _path, mode: mode == os.F_OK)

    told = run("--dry-run", "--format", "json")

    assert (told.exit_code, "Không có quyền đọc" in json.loads(told.output)["error"]) == (1, True)
