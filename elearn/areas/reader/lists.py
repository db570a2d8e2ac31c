"""The lists of administrative units as CSV files; says which file and line cannot be read."""

import csv
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from elearn.areas.rules import (
    ROOT,
    Kind,
    Level,
    Lists,
    Paper,
    State,
    Step,
    Unit,
    short_name,
    states_by_day,
)
from elearn.db import UNKNOWN_START
from elearn.errors import Refusal
from elearn.text import Message, msg, nfc

T = TypeVar("T")
Row = dict[str, str]

DATA = Path(__file__).resolve().parents[1] / "data"
REFORM = date(2025, 7, 1)  # Two levels instead of three.
_KINDS = {
    "tinh": Kind.PROVINCE,
    "thanh_pho_tw": Kind.CENTRAL_CITY,
    "quan": Kind.URBAN_DISTRICT,
    "huyen": Kind.RURAL_DISTRICT,
    "thi_xa": Kind.TOWN,
    "thanh_pho": Kind.PROVINCIAL_CITY,
    "xa": Kind.COMMUNE,
    "phuong": Kind.WARD,
    "thi_tran": Kind.TOWNSHIP,
    "dac_khu": Kind.SPECIAL_ZONE,
}


def lists(folder: Path) -> Lists:
    """Read the seven files of a folder.

    :raise Refusal: naming the file and the line, if one is missing or says what cannot be.
    """
    known: dict[str, Unit] = {}
    old = (
        *_units(folder / "provinces_legacy.csv", _old(Level.PROVINCE), known),
        *_units(folder / "districts_legacy.csv", _old(Level.DISTRICT), known),
        *_units(folder / "communes_legacy.csv", _old(Level.COMMUNE), known),
    )
    new = (
        *_units(folder / "provinces.csv", _new(Level.PROVINCE), known),
        *_units(folder / "communes.csv", _new(Level.COMMUNE), known),
    )
    steps = (
        *_steps(folder / "provinces_legacy.csv", _province_step, known),
        *_steps(folder / "crosswalk_2025.csv", _commune_step, known),
    )
    return Lists(old, new, steps, tuple(_rows(folder / "resolutions.csv", _paper)))


def _rows(path: Path, read: Callable[[Row], T]) -> Iterator[T]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for line, row in enumerate(csv.DictReader(file), start=2):
                yield _read(path, line, row, read)
    except (FileNotFoundError, UnicodeDecodeError) as problem:
        raise Refusal(msg("Không đọc được tệp %(file)s (UTF-8).", file=str(path))) from problem


def _read(path: Path, line: int, row: Row, read: Callable[[Row], T]) -> T:
    try:
        return read(row)
    except (ValueError, KeyError, TypeError) as problem:
        raise _unreadable(path, line, problem) from problem


def _unreadable(path: Path, line: int, problem: Exception) -> Refusal:
    reason: Message | str = str(problem)
    if isinstance(problem, KeyError):
        reason = msg("thiếu hoặc không biết “%(what)s”", what=problem.args[0])
    return Refusal(
        msg("Tệp %(file)s, dòng %(line)s: %(reason)s.", file=path.name, line=line, reason=reason)
    )


def _units(path: Path, read: Callable[[Row], Unit], known: dict[str, Unit]) -> Iterator[Unit]:
    def check(row: Row) -> Unit:
        unit = read(row)
        if unit.key in known:
            raise ValueError(msg("mã %(code)s có hai lần", code=row["code"]))
        if (parent := unit.states[0].parent) not in known and parent != ROOT:
            raise KeyError(parent)
        known[unit.key] = unit
        return unit

    return _rows(path, check)


def _steps(path: Path, read: Callable[[Row], Step], known: dict[str, Unit]) -> Iterator[Step]:
    def check(row: Row) -> Step:
        step = read(row)
        for key in (step.old, step.new):
            if key not in known:
                raise KeyError(key)
        return step

    return _rows(path, check)


def _old(level: Level) -> Callable[[Row], Unit]:
    def read(row: Row) -> Unit:
        state = State(
            **_as_listed(row, _KINDS[row["type"]]),
            parent=_old_parent(level, row),
            valid_from=UNKNOWN_START,
            valid_to=REFORM - timedelta(days=1),
        )
        return Unit(f"old {level} {state.code}", level, (state,))

    return read


def _old_parent(level: Level, row: Row) -> str:
    if level is Level.PROVINCE:
        return ROOT
    if level is Level.DISTRICT:
        return f"old province {row['province_code']}"
    return f"old district {row['district_code']}"


def _new(level: Level) -> Callable[[Row], Unit]:
    def read(row: Row) -> Unit:
        kinds = {
            date(*map(int, found.groups())): _KINDS[value]
            for column, value in row.items()
            if (found := re.fullmatch(r"type_(\d+)_(\d+)_(\d+)", column))
        }
        parent = ROOT if level is Level.PROVINCE else f"new province {row['province_code']}"
        first = min(kinds)
        state = State(**_as_listed(row, kinds[first]), parent=parent, valid_from=first)
        return Unit(f"new {level} {state.code}", level, states_by_day(state, kinds))

    return read


def _paper(row: Row) -> Paper:
    decided_on = date.fromisoformat(row["decided_on"]) if row["decided_on"] else None
    effective_on = date.fromisoformat(row["effective_on"])
    level = Level(row["level"]) if row["level"] else None
    return Paper(row["number"], nfc(row["title"]), decided_on, effective_on, level)


def _as_listed(row: Row, kind: Kind) -> dict[str, Any]:
    lat, lon = row.get("lat"), row.get("lon")
    return {
        "code": row["code"],
        "kind": kind,
        "name": short_name(nfc(row["name"]), kind),
        "lat": float(lat) if lat else None,
        "lon": float(lon) if lon else None,
    }


def _province_step(row: Row) -> Step:
    return Step(
        f"old province {row['code']}", f"new province {row['new_code']}", REFORM, True, True
    )


def _commune_step(row: Row) -> Step:
    code = row["old_code"]
    return Step(
        f"old district {code[1:]}" if code.startswith("H") else f"old commune {code}",
        f"new commune {row['new_code']}",
        REFORM,
        {"whole": True, "split": False}[row["kind"]],
        {"1": True, "0": False}[row["is_default"]],
        float(row["centroid_km"]),
    )
