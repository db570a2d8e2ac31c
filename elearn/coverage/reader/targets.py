"""What a scheme wants counted: the targets of the file, gathered into indicators."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from elearn.areas import Level
from elearn.catalogue import ContentTag
from elearn.coverage.reader.entry import Entry, wrong
from elearn.coverage.rules import Comparator, Content, CountingWindow, Indicator, Measure, Target
from elearn.text import msg

ANNUAL = "annual"
_WINDOWS = {
    Measure.TRAINED_THIS_YEAR: CountingWindow.YEAR,
    Measure.CERTIFIED: CountingWindow.EVER,
}
_WHAT = ("group", "level", "measure", "content", "logic", "min_contents")
_KNOWN = (
    *("id", "scheme", *_WHAT, "year", "percent", "value", "unit", "comparator"),
    *("organiser", "mode", "per_province", "min_class_size"),
    *("source", "quote", "same_quote_as", "note"),
)


def targets(
    place: str, rows: Iterable[object], schemes: Iterable[str], groups: Mapping[str, str]
) -> Iterator[tuple[str, Indicator]]:
    """Yield each target with its scheme, as an indicator that has this target alone.

    :raise Refusal: telling the place of the first that cannot be.
    """
    names, keys = list(schemes), set[str]()
    for number, row in enumerate(rows, 1):
        entry = Entry.of(f"{place} › {_name(row, number)}", row, _KNOWN)
        key = entry.text("id")
        if key in keys:
            raise entry.wrong("id", msg("“%(key)s” đã có ở trên", key=key))
        keys.add(key)
        yield entry.one_of("scheme", names), indicator(entry, groups, (_target(entry),))


def _name(row: object, number: int) -> str:
    return str(row.get("id", number)) if isinstance(row, Mapping) else str(number)


def told(place: str, rows: Iterable[object], groups: Mapping[str, str]) -> Iterator[Indicator]:
    """Yield the groups a scheme tells of without setting a target."""
    for number, row in enumerate(rows, 1):
        yield indicator(Entry.of(f"{place} › told › {number}", row, _WHAT), groups, ())


def indicator(entry: Entry, groups: Mapping[str, str], wanted: tuple[Target, ...]) -> Indicator:
    group = entry.one_of("group", groups)
    level = entry.member("level", Level) if "level" in entry.values else None
    if entry.values.get("min_contents", 1) != 1:
        raise entry.wrong("min_contents", msg("hiện chỉ tính được từ 1 nội dung"))
    measure = entry.member("measure", Measure)
    window = _WINDOWS.get(measure, CountingWindow.SCHEME)
    content = _content(entry, measure)
    return Indicator(group, groups[group], level, measure, content, wanted, window=window)


def _content(entry: Entry, measure: Measure) -> Content:
    if measure in (Measure.PARTICIPATION, Measure.CLASS):
        return Content(frozenset())
    logic = entry.one_of("logic", ("any", "all")) if "logic" in entry.values else "any"
    return Content(entry.members("content", ContentTag), needs_all=logic == "all")


def _target(entry: Entry) -> Target:
    is_annual = entry.values.get("year") == ANNUAL
    year = None if is_annual else entry.number("year", 1990, 2100)
    amounts = entry.values.keys() & {"percent", "value"}
    if len(amounts) != 1:
        raise wrong(entry.place, msg("ghi một trong hai: percent hoặc value"))
    percent = entry.number("percent", 1, 100) if "percent" in amounts else None
    value = entry.number("value", 1, 10**9) if "value" in amounts else None
    comparator = entry.member("comparator", Comparator)
    return Target(entry.text("id"), year, percent, value, comparator)


def gathered(single: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Return indicators that ask the same as one, with the targets of all."""
    found: dict[Any, Indicator] = {}
    for one in single:
        what = (one.group, one.level, one.measure, one.content)
        before = found.get(what)
        wanted = (*before.targets, *one.targets) if before else one.targets
        found[what] = replace(one, targets=wanted)
    return tuple(found.values())
