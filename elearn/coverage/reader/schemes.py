"""The schemes of data/targets.yaml, or of a file like it, checked as they are read."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from elearn.coverage.reader.entry import Entry, wrong
from elearn.coverage.reader.files import content_of
from elearn.coverage.reader.frame import Frame, Group, exclusions, frame, groups
from elearn.coverage.reader.targets import gathered, targets, told
from elearn.coverage.rules import Indicator, Scheme
from elearn.text import msg

TARGETS = Path(__file__).resolve().parents[1] / "data" / "targets.yaml"
_PARTS = ("rounding", "groups", "exclusions", "schemes", "targets")
#: What a file may leave to the one that ships: groups, rounding, rules of leaving out.
_SHARED = ("rounding", "groups", "exclusions")


@cache
def schemes(path: Path = TARGETS) -> tuple[Scheme, ...]:
    """Return the schemes in their order, with the indicators they are judged by.

    :raise Refusal: if the file cannot be read, or telling the place of what cannot be.
    """
    whole = _whole(path)
    known, usual = groups(whole.below("groups")), _decimals(whole)
    rules = exclusions(whole.below("exclusions"))
    frames = {
        str(key): frame(f"{path.name} › schemes › {key}", values, rules, usual)
        for key, values in whole.below("schemes").values.items()
    }
    if not frames:
        raise whole.wrong("schemes", msg("chưa có"))
    wanted = list(targets(f"{path.name} › targets", whole.rows("targets"), frames, known))
    return tuple(
        _scheme(key, one, [figure for name, figure in wanted if name == key], known)
        for key, one in frames.items()
    )


def _whole(path: Path) -> Entry:
    """Return the file, with what it leaves to the one that ships."""
    whole = Entry.of(path.name, content_of(path), _PARTS)
    if path == TARGETS:
        return whole
    return Entry(path.name, {**_shared(), **whole.values})


@cache
def _shared() -> Mapping[str, Any]:
    return {name: value for name, value in content_of(TARGETS).items() if name in _SHARED}


def _decimals(whole: Entry) -> int:
    place = f"{whole.place} › rounding"
    rounding = Entry.of(place, whole.values.get("rounding", {}), ("mode", "decimals"))
    rounding.one_of("mode", ("ROUND_HALF_UP",))
    return rounding.number("decimals", 0, 4)


def _scheme(key: str, of: Frame, wanted: Iterable[Indicator], known: Mapping[str, Group]) -> Scheme:
    _check_key(key, of)
    indicators = gathered([*wanted, *told(of, known)])
    if not indicators:
        raise of.entry.wrong("told", msg("chưa có"))
    keys = [one.key for one in indicators]
    if len(set(keys)) < len(keys):
        raise wrong(
            of.entry.place,
            msg("hai chỉ số khác nhau cùng tên %(key)s: thêm variant", key=_twice(keys)),
        )
    return Scheme(
        key=key,
        title=of.entry.text("title"),
        short_title=of.entry.text("short_title"),
        decision=of.decision,
        first_year=of.first_year,
        last_year=of.last_year,
        decimals=of.decimals,
        indicators=indicators,
        lead=_lead(of.entry, indicators),
        grounds=of.grounds,
        decided_on=of.entry.day("decided_on", date.min)
        if "decided_on" in of.entry.values
        else None,
    )


def _check_key(key: str, of: Frame) -> None:
    """Let a key pass that can stand in addresses and in a column of the database."""
    if not re.fullmatch(r"[a-z0-9_]{1,40}", key):
        raise wrong(of.entry.place, msg("chỉ gồm chữ thường không dấu, số và gạch dưới"))


def _twice(keys: Sequence[str]) -> str:
    return next(key for key in keys if keys.count(key) > 1)


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
