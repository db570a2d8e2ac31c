"""What one figure counts, as an entry of the file tells it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from elearn.areas import Level
from elearn.catalogue import ContentTag
from elearn.coverage.reader.entry import Entry, wrong
from elearn.coverage.reader.frame import Frame, Group
from elearn.coverage.rules import Content, CountingWindow, Direction, Indicator, Measure
from elearn.learning import CompletionForm
from elearn.people import EndReason
from elearn.text import msg

#: What an entry may say of a figure, be it a target or told without one.
WHAT = (
    *("group", "level", "measure", "content", "logic", "forms", "window", "min_contents"),
    *("new_within_days", "organiser", "mode", "min_class_size", "direction", "end_reasons"),
    *("decimals", "variant", "label", "legal_source", "source", "quote"),
)
_LONGEST_KEY = 120
_WINDOWS = {
    Measure.TRAINED_THIS_YEAR: CountingWindow.YEAR,
    Measure.CERTIFIED: CountingWindow.EVER,
    Measure.NEW_UNTRAINED: CountingWindow.EVER,
}
_OF_PERSONS = frozenset(
    {Measure.TRAINED, Measure.TRAINED_THIS_YEAR, Measure.CERTIFIED, Measure.NEW_UNTRAINED}
)
_OF_TURNS = frozenset({Measure.PARTICIPATION, Measure.TURNS_PER_PERSON})
_HELD = frozenset({Measure.PARTICIPATION, Measure.CLASS})

#: What makes sense for some measures only.
_FITS: Mapping[str, frozenset[Measure]] = {
    "min_contents": frozenset({Measure.TRAINED_THIS_YEAR}),
    "new_within_days": frozenset(Measure) - _OF_TURNS - _HELD - {Measure.TURNOVER},
    "forms": frozenset(Measure) - {Measure.CERTIFIED, Measure.TURNOVER},
    "mode": frozenset(Measure) - {Measure.CERTIFIED, Measure.TURNOVER},
    "organiser": _HELD | _OF_TURNS,
    "min_class_size": frozenset({Measure.CLASS}),
    "direction": frozenset({Measure.TURNOVER}),
    "end_reasons": frozenset({Measure.TURNOVER}),
    "content": frozenset(Measure) - {Measure.TURNOVER},
}


def indicator(entry: Entry, frame: Frame, groups: Mapping[str, Group]) -> Indicator:
    """Return what an entry has counted, without a target.

    :raise Refusal: telling the place of what cannot be.
    """
    key, measure = entry.one_of("group", groups), entry.member("measure", Measure)
    _check(entry, measure)
    plain = Indicator(
        key, groups[key].name, entry.member_or("level", Level), measure, _content(entry)
    )
    one = replace(
        plain,
        planned_for=groups[key].planned_for,
        forms=_forms(entry),
        window=_window(entry, measure),
        first_day=frame.first_day,
        exclusion=frame.exclusion,
        decimals=frame.decimals,
        organiser=entry.member_or("organiser", Level),
        direction=entry.member_or("direction", Direction),
        end_reasons=entry.members("end_reasons", EndReason),
        source=_source(entry, frame),
        **_numbers(entry),
        **_variant(entry),
    )
    if len(one.key) > _LONGEST_KEY:
        raise wrong(entry.place, msg("tên của chỉ số dài quá %(most)s ký tự", most=_LONGEST_KEY))
    return one


def _check(entry: Entry, measure: Measure) -> None:
    for name, measures in _FITS.items():
        if name in entry.values and measure not in measures:
            raise entry.wrong(name, msg("không dùng được với %(measure)s", measure=measure.value))
    if measure in _OF_PERSONS and "content" not in entry.values:
        raise entry.wrong("content", msg("chưa có"))
    if measure is Measure.TURNOVER:
        entry.member("direction", Direction)


def _content(entry: Entry) -> Content:
    logic = entry.one_of("logic", ("any", "all")) if "logic" in entry.values else "any"
    return Content(entry.members("content", ContentTag), needs_all=logic == "all")


def _forms(entry: Entry) -> frozenset[CompletionForm]:
    """Return the forms that count: those named, or that of the mode of the classes."""
    named = entry.member_or("mode", CompletionForm)
    return frozenset({named}) if named else entry.members("forms", CompletionForm)


def _window(entry: Entry, measure: Measure) -> CountingWindow:
    """Return since when it counts.

    :raise Refusal: if what is counted by the year is to count by another window.
    """
    usual = _WINDOWS.get(measure, CountingWindow.SCHEME)
    told = entry.member_or("window", CountingWindow) or usual
    if told is not usual and measure in (Measure.TRAINED_THIS_YEAR, Measure.CERTIFIED):
        raise entry.wrong("window", msg("cách tính này luôn là %(usual)s", usual=usual.value))
    return told


def _numbers(entry: Entry) -> dict[str, Any]:
    bounds = {
        "min_contents": (1, 50),
        "new_within_days": (1, 3650),
        "min_class_size": (1, 100_000),
        "decimals": (0, 4),
    }
    return {
        name: entry.number(name, *bound) for name, bound in bounds.items() if name in entry.values
    }


def _variant(entry: Entry) -> dict[str, Any]:
    """Return the word and the words that set a figure apart from one of the same kind."""
    if not entry.values.keys() & {"variant", "label"}:
        return {}
    variant, label = entry.text("variant"), entry.text("label")
    if not re.fullmatch(r"[a-z0-9_]{1,30}", variant):
        raise entry.wrong("variant", msg("chỉ gồm chữ thường không dấu, số và gạch dưới"))
    return {"variant": variant, "label": label}


def _source(entry: Entry, frame: Frame) -> str:
    """Return the decision that asks for it, with the document in which it was read."""
    legal = entry.text_or("legal_source", frame.legal_source)
    document = entry.text_or("source", "")
    return f"{legal} ({document})" if document else legal
