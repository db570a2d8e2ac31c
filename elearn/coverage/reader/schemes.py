"""The schemes of data/targets.yaml, checked as they are read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from elearn.coverage.reader.entry import Entry, wrong
from elearn.coverage.reader.targets import gathered, targets, told
from elearn.coverage.rules import Ground, Indicator, Scheme
from elearn.text import msg

TARGETS = Path(__file__).resolve().parents[1] / "data" / "targets.yaml"
_PARTS = ("rounding", "groups", "schemes", "targets")
_SCHEME = (
    *("title", "short_title", "decision", "decided_on", "period", "decimals"),
    *("leads_with", "told", "areas"),
)


@cache
def schemes(path: Path = TARGETS) -> tuple[Scheme, ...]:
    """Return the schemes in their order, with the indicators they are judged by.

    :raise Refusal: if the file cannot be read, or telling the place of what cannot be.
    """
    whole = Entry.of(path.name, _content(path), _PARTS)
    groups = {str(key): str(name) for key, name in _mapping(whole, "groups").items()}
    decimals = Entry.of(f"{path.name} › rounding", whole.values["rounding"], ("mode", "decimals"))
    decimals.one_of("mode", ("ROUND_HALF_UP",))
    entries = {
        str(key): Entry.of(f"{path.name} › schemes › {key}", values, _SCHEME)
        for key, values in _mapping(whole, "schemes").items()
    }
    wanted = list(targets(f"{path.name} › targets", _list(whole, "targets"), entries, groups))
    usual = decimals.number("decimals", 0, 4)
    return tuple(
        _scheme(key, entry, [one for name, one in wanted if name == key], groups, usual)
        for key, entry in entries.items()
    )


def _content(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise wrong(path.name, msg("%(reason)s", reason=str(problem))) from problem


def _mapping(whole: Entry, name: str) -> Mapping[str, Any]:
    values = whole.values.get(name)
    if not isinstance(values, Mapping):
        raise whole.wrong(name, msg("phải là các cặp tên: giá trị"))
    return values


def _list(entry: Entry, name: str) -> Sequence[Any]:
    values = entry.values.get(name, [])
    if not isinstance(values, list):
        raise entry.wrong(name, msg("phải là danh sách"))
    return values


def _scheme(
    key: str, entry: Entry, wanted: list[Indicator], groups: Mapping[str, str], usual: int
) -> Scheme:
    indicators = gathered([*wanted, *told(entry.place, _list(entry, "told"), groups)])
    keys = [one.key for one in indicators]
    if len(set(keys)) < len(keys):
        raise wrong(entry.place, msg("một nhóm, một cấp có hai nội dung khác nhau"))
    first, last = _period(entry)
    indicators = tuple(replace(one, first_day=date(first, 1, 1)) for one in indicators)
    return Scheme(
        key=key,
        title=entry.text("title"),
        short_title=entry.text("short_title"),
        decision=entry.text("decision") if "decision" in entry.values else "",
        first_year=first,
        last_year=last,
        decimals=entry.number("decimals", 0, 4) if "decimals" in entry.values else usual,
        indicators=indicators,
        lead=_lead(entry, indicators),
        grounds=_grounds(entry),
    )


def _period(entry: Entry) -> tuple[int, int]:
    years = _list(entry, "period")
    if len(years) != 2 or not all(isinstance(year, int) for year in years) or years[0] > years[1]:
        raise entry.wrong("period", msg("phải là [năm đầu, năm cuối]"))
    return years[0], years[1]


def _lead(entry: Entry, indicators: Sequence[Indicator]) -> str:
    """Return the key of the indicator the page opens with: the one named, or the first."""
    named = entry.values.get("leads_with")
    if named is None:
        return indicators[0].key if indicators else ""
    wanted = Entry.of(f"{entry.place} › leads_with", named, ("group", "level"))
    for one in indicators:
        if (one.group, one.level) == (wanted.values.get("group"), wanted.values.get("level")):
            return one.key
    raise entry.wrong("leads_with", msg("không có nhóm và cấp này trong đề án"))


def _grounds(entry: Entry) -> tuple[Ground, ...]:
    rows = [
        Entry.of(f"{entry.place} › areas › {number}", row, ("code", "from", "until"))
        for number, row in enumerate(_list(entry, "areas"), 1)
    ]
    return tuple(
        Ground(row.text("code"), row.day("from", date.min), row.day("until", date.max))
        for row in rows
    )
