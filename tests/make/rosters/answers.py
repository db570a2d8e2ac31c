"""Compares what a dry run told with what it must tell."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.make.rosters.lists import List

_KEYS = ("group_rows", "old_units")


def differences(told: Mapping[str, Any], wanted: List) -> list[str]:
    """Return one line for each thing that differs; an absent key is as good as null."""
    return list(_all(told, wanted))


def _all(told: Mapping[str, Any], wanted: List) -> Iterator[str]:
    for key in ("header_rows", "skip_rows"):
        found = [row for row in told.get(key, []) if row not in wanted.either]
        if found != wanted.answer[key]:
            yield f"{key}: {found} for {wanted.answer[key]}"
    for key in _KEYS:
        if told.get(key) != wanted.answer[key]:
            yield f"{key}: {told.get(key)} for {wanted.answer[key]}"
    yield from _rows(told.get("rows", []), wanted.answer["rows"])


def _rows(told: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> Iterator[str]:
    found = {row["row"]: row for row in told}
    for row in wanted:
        yield from _row(found.pop(row["row"], None), row)
    yield from (f"row {number}: told, and is none" for number in found)


def _row(told: dict[str, Any] | None, wanted: dict[str, Any]) -> Iterator[str]:
    number = wanted["row"]
    if told is None:
        yield f"row {number}: not told, is {wanted}"
        return
    for key in sorted(told.keys() | wanted.keys()):
        if told.get(key) != wanted.get(key):
            yield f"row {number}, {key}: {told.get(key)!r} for {wanted.get(key)!r}"
