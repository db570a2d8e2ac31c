"""Real communes, old and new, from the lists of areas."""

import csv
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

_DATA = Path(__file__).resolve().parents[3] / "elearn" / "areas" / "data"
_KINDS = {
    "xa": "Xã",
    "phuong": "Phường",
    "thi_tran": "Thị trấn",
    "dac_khu": "Đặc khu",
}


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune: old ones lie in a district, those of today do not."""

    kind: str
    short: str
    district: str | None
    province: str
    #: The province in full: "Tỉnh Thái Bình".
    province_full: str

    @property
    def name(self) -> str:
        """Return the name in full; one that is a number has its kind in it: "Phường 5"."""
        return self.short if self.short.startswith(self.kind) else f"{self.kind} {self.short}"

    @property
    def old_unit(self) -> dict[str, str | None]:
        return {"text": self.name, "district": self.district, "province": self.province}


def bare(text: str) -> str:
    """Return the text without marks and case."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def old_districts() -> list[list[Commune]]:
    """Return the communes that ended, by district; names that mean two within one are left out."""
    provinces = {row["code"]: row for row in _rows("provinces_legacy.csv")}
    districts = {row["code"]: row["name"] for row in _rows("districts_legacy.csv")}
    today = {(one.province, bare(one.name)) for one in _todays()}
    by_district: dict[str, list[Commune]] = {}
    for row in _rows("communes_legacy.csv"):
        goes_on = "Đặc khu ", f"{_KINDS[row['type']]} ", ""  # A name with its kind in it too.
        of = provinces[row["province_code"]]
        district = districts[row["district_code"]].replace("Thị Xã", "Thị xã")
        place = district.replace("Thành Phố", "Thành phố"), of["name"], of["full_name"]
        commune = Commune(_KINDS[row["type"]], row["name"], *place)
        if not today & {(of["new_name"], bare(f"{one}{row['name']}")) for one in goes_on}:
            by_district.setdefault(row["district_code"], []).append(commune)
    return [some for all_ in by_district.values() if len(some := _alone(all_)) >= 3]


def _alone(communes: list[Commune]) -> list[Commune]:
    count = Counter(bare(one.short) for one in communes)
    return [one for one in communes if count[bare(one.short)] == 1 and "(" not in one.short]


@cache
def _todays() -> list[Commune]:
    provinces = {row["code"]: row for row in _rows("provinces.csv")}
    return [
        Commune(
            _KINDS[row["type_2026_04_30"]],
            row["name"],
            None,
            provinces[row["province_code"]]["name"],
            provinces[row["province_code"]]["full_name_2026_04_30"],
        )
        for row in _rows("communes.csv")
    ]


@cache
def todays_provinces() -> list[list[Commune]]:
    """Return the communes of today by province; names that meant another there are left out."""
    by_province: dict[str, list[Commune]] = {}
    provinces = {row["code"]: row["new_name"] for row in _rows("provinces_legacy.csv")}
    rows = _rows("communes_legacy.csv")
    old = {(provinces[row["province_code"]], bare(row["name"])) for row in rows}
    for one in _todays():
        if (one.province, bare(one.short)) not in old:
            by_province.setdefault(one.province, []).append(one)
    return [some for all_ in by_province.values() if len(some := _alone(all_)) >= 3]


def spelled(commune: Commune, chance: Random) -> str:
    """Return one of the ways in which offices write it where its district is known."""
    if commune.name == commune.short:
        number = commune.short.removeprefix(commune.kind).strip()
        return chance.choice([commune.name, commune.name.lower(), f"P. {number}", f"P.{number}"])
    short = {"Xã": "X", "Phường": "P", "Thị trấn": "TT", "Đặc khu": "ĐK"}[commune.kind]
    ways = [
        commune.name,
        f"{commune.kind.lower()} {commune.short}",
        commune.short,
        commune.short.upper(),
        commune.name.upper(),
        f"{short}. {commune.short}",
        f"{short} {commune.short}" if short != "ĐK" else commune.name,
    ]
    return chance.choice([*ways, f"T.T {commune.short}"] if short == "TT" else ways)
