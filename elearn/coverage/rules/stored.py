"""Definitions as the database keeps them: plain values that a later release still reads."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, cast

from elearn.areas import Level
from elearn.catalogue import ContentTag
from elearn.coverage.rules.indicators import Content, Exclusion, Indicator
from elearn.coverage.rules.measures import Comparator, CountingWindow, Direction, Measure
from elearn.coverage.rules.schemes import Scheme
from elearn.coverage.rules.targets import Ground, Target
from elearn.learning import CompletionForm
from elearn.people import EndReason

E = TypeVar("E", bound=StrEnum)
Plain = dict[str, Any]
Readers = Mapping[str, Callable[[Any], Any]]

_ELSEWHERE = {"targets", "indicators", "version_id", "number"}


def indicator_stored(one: Indicator) -> Plain:
    """Return what an indicator counts, without its targets, which are its scheme's."""
    return cast(Plain, _plain(one))


def scheme_stored(scheme: Scheme) -> Plain:
    """Return a scheme with the keys of its figures and the targets it sets for each."""
    figures = [
        {"key": one.key, "targets": [_plain(target) for target in one.targets]}
        for one in scheme.indicators
    ]
    return cast(Plain, _plain(scheme)) | {"figures": figures}


def indicator_read(content: Plain, targets: tuple[Target, ...]) -> Indicator:
    return replace(cast(Indicator, _read(Indicator, content, _INDICATOR)), targets=targets)


def scheme_read(content: Plain, indicators: Mapping[str, Plain]) -> Scheme:
    """Return a scheme of what was stored, its indicators being given by key."""
    figures = tuple(
        indicator_read(indicators[one["key"]], tuple(map(_target, one["targets"])))
        for one in content["figures"]
    )
    own = {name: value for name, value in content.items() if name != "figures"}
    return cast(Scheme, _read(Scheme, own | {"indicators": figures}, _SCHEME))


def _plain(value: Any) -> Any:
    """Return a value as JSON has it; what says no more than the usual is left out."""
    if is_dataclass(value):
        own = [one for one in fields(value) if one.name not in _ELSEWHERE]
        told = {one.name: getattr(value, one.name) for one in own}
        return {
            one.name: _plain(told[one.name])
            for one in own
            if one.default is MISSING or told[one.name] != one.default
        }
    if isinstance(value, frozenset):
        return sorted(str(one) for one in value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _read(kind: type[Any], content: Plain, readers: Readers) -> Any:
    return kind(**{name: readers.get(name, _same)(value) for name, value in content.items()})


def _same(value: Any) -> Any:
    return value


def _set(kind: type[E]) -> Callable[[Any], frozenset[E]]:
    return lambda values: frozenset(kind(one) for one in values)


def _level(value: str | None) -> Level | None:
    return Level(value) if value else None


def _content(content: Plain) -> Content:
    return cast(Content, _read(Content, content, {"tags": _set(ContentTag)}))


def _exclusion(content: Plain) -> Exclusion:
    return cast(Exclusion, _read(Exclusion, content, _DAYS))


def _grounds(rows: list[Plain]) -> tuple[Ground, ...]:
    return tuple(_read(Ground, row, _DAYS) for row in rows)


def _target(content: Plain) -> Target:
    return cast(Target, _read(Target, content, _TARGET))


_DAYS: Readers = {"first": date.fromisoformat, "last": date.fromisoformat}
_TARGET: Readers = {
    "comparator": Comparator,
    "grounds": _grounds,
    "organiser": Level,
    "forms": _set(CompletionForm),
}
_INDICATOR: Readers = {
    "level": _level,
    "measure": Measure,
    "content": _content,
    "forms": _set(CompletionForm),
    "window": CountingWindow,
    "first_day": date.fromisoformat,
    "organiser": Level,
    "direction": Direction,
    "end_reasons": _set(EndReason),
    "exclusion": _exclusion,
}
_SCHEME: Readers = {"grounds": _grounds, "decided_on": date.fromisoformat}
