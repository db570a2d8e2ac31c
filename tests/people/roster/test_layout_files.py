"""Files as they were sent, and the names of all communes."""

import csv
from datetime import date
from pathlib import Path

from elearn import areas
from elearn.people.roster.rules.layout import layouts_of
from elearn.people.roster.rules.layout.places import places_in
from tests.people.roster.drawn import fields
from tests.people.roster.reading_here import book_of

DATA = Path(__file__).parents[2] / "data"
KINDS = {"xa": "Xã", "phuong": "Phường", "thi_tran": "Thị trấn", "dac_khu": "Đặc khu"}


def test_the_messy_list_is_laid_out_as_its_answer_says():
    (found,) = layouts_of(book_of((DATA / "danh_sach_lon_xon.xlsx").read_bytes()))

    assert found.header_rows == (7, 8)
    assert found.group_rows == {9: "Xã Minh Khai", 15: "Thị trấn Hưng Hà"}
    assert found.skip_rows == (20, 22, 23, 24)
    assert found.entry_rows == (10, 11, 12, 13, 14, 16, 17, 18, 19)
    assert fields(found) == ("number name born_male born_female phone post branch commune note")
    assert found.context.district == "Huyện Hưng Hà"
    assert found.context.day == date(2025, 6, 12)


def test_the_form_of_nominations_is_known_to_its_last_column():
    path = DATA / "rosters" / "mau_danh_sach_cu_hoc_vien.xlsx"

    (found,) = layouts_of(book_of(path.read_bytes()))

    assert fields(found) == (
        "number name born gender ethnicity official_id phone post commune province branch"
        " planned_post certificate note"
    )
    assert (found.header_rows, found.entry_rows, found.skip_rows) == ((7,), (), ())


def test_communes_of_today_and_of_before_are_known_by_their_whole_names():
    for place in names()[::15]:
        for text in (place, f"HỘI LHPN {place} NĂM 2025".upper(), f"{place}, huyện Hưng Hà"):
            assert places_in(text)[0].text.lower() == place.lower()


def names() -> list[str]:
    """Return the communes with their kinds, without those told apart by a word in brackets."""
    found = set()
    for name in ("communes_legacy.csv", "communes.csv"):
        with (areas.DATA / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                kind = KINDS[next(row[key] for key in row if key.startswith("type"))]
                found.add(f"{kind} {row['name'].removeprefix(kind).strip()}")
    return sorted(one for one in found if "(" not in one and one.count("Phường") < 2)
