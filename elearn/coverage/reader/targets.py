"""What a scheme wants counted: the targets of the file, gathered into indicators."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from elearn.coverage.reader.entry import Entry, wrong
from elearn.coverage.reader.frame import Frame, Group, grounds
from elearn.coverage.reader.indicators import WHAT, indicator
from elearn.coverage.rules import Comparator, Indicator, Measure, Target
from elearn.text import msg

ANNUAL = "annual"
_KNOWN = (
    *("id", "scheme", *WHAT, "year", "percent", "value", "unit", "comparator", "areas"),
    *("per_province", "decision", "same_quote_as", "note"),
)
_IN_PERCENT = frozenset({Measure.TRAINED, Measure.TRAINED_THIS_YEAR, Measure.CERTIFIED})
_IN_UNITS = frozenset({Measure.PARTICIPATION, Measure.CLASS})


def targets(
    place: str, rows: Iterable[object], frames: Mapping[str, Frame], groups: Mapping[str, Group]
) -> Iterator[tuple[str, Indicator]]:
    """Yield each target with its scheme, as an indicator that has this target alone.

    :raise Refusal: telling the place of the first that cannot be.
    """
    quotes = dict[str, str]()
    for number, row in enumerate(rows, 1):
        entry = Entry.of(f"{place} › {_name(row, number)}", row, _KNOWN)
        key = entry.text("id")
        if key in quotes:
            raise entry.wrong("id", msg("“%(key)s” đã có ở trên", key=key))
        scheme = entry.one_of("scheme", frames)
        quotes[key] = _quote(entry, quotes)
        one = indicator(entry, frames[scheme], groups)
        yield scheme, replace(one, targets=(_target(entry, one, frames[scheme], quotes[key]),))


def _name(row: object, number: int) -> str:
    return str(row.get("id", number)) if isinstance(row, Mapping) else str(number)


def told(frame: Frame, groups: Mapping[str, Group]) -> Iterator[Indicator]:
    """Yield the figures a scheme tells of without setting a target."""
    for number, row in enumerate(frame.entry.rows("told"), 1):
        yield indicator(
            Entry.of(f"{frame.entry.place} › told › {number}", row, WHAT), frame, groups
        )


def _quote(entry: Entry, before: Mapping[str, str]) -> str:
    if "same_quote_as" in entry.values:
        return before[entry.one_of("same_quote_as", before)]
    return entry.text_or("quote", "")


def _target(entry: Entry, of: Indicator, frame: Frame, quote: str) -> Target:
    is_annual = entry.values.get("year") == ANNUAL
    percent, value = _amount(entry, of.measure)
    return Target(
        entry.text("id"),
        None if is_annual else entry.number("year", frame.first_year, frame.last_year),
        percent,
        value,
        entry.member("comparator", Comparator),
        grounds=grounds(entry) or frame.grounds,
        organiser=of.organiser,
        forms=of.forms,
        per_province=_per_province(entry),
        min_class_size=of.min_class_size,
        decision=entry.text_or("decision", frame.decision),
        source=entry.text_or("source", ""),
        quote=quote,
        note=entry.text_or("note", ""),
    )


def _amount(entry: Entry, measure: Measure) -> tuple[int | None, int | None]:
    """Return the percent of persons, or the number of turns or classes."""
    amounts = entry.values.keys() & {"percent", "value"}
    if len(amounts) != 1:
        raise wrong(entry.place, msg("ghi một trong hai: percent hoặc value"))
    if entry.values.get("unit", measure) != measure:
        raise entry.wrong("unit", msg("phải trùng với measure: %(measure)s", measure=measure.value))
    if "percent" in amounts and measure in _IN_PERCENT:
        return entry.number("percent", 1, 100), None
    if "value" in amounts and measure in _IN_UNITS:
        return None, entry.number("value", 1, 10**9)
    raise entry.wrong(
        "measure", msg("percent là của cách tính theo người, value là của lượt và lớp")
    )


def _per_province(entry: Entry) -> int | None:
    return entry.number("per_province", 1, 10**6) if "per_province" in entry.values else None


def gathered(single: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Return indicators that ask the same as one, with the targets of all."""
    found: dict[Indicator, Indicator] = {}
    for one in single:
        what = replace(one, targets=(), source="")
        first = found.get(what, replace(one, targets=()))
        found[what] = replace(first, targets=(*first.targets, *one.targets))
    return tuple(found.values())
