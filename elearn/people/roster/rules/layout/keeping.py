"""Layouts as JSON and back, so that a batch keeps how its file was understood."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain
from typing import Any

from elearn.encodings import Encoding
from elearn.people.roster.rules.layouts import Context, Heading, Layout, RosterField


def as_json(layouts: Iterable[Layout]) -> dict[str, Any]:
    """Return layouts as JSON; runs of rows are kept by their ends, so that it stays small."""
    return {"layouts": [_layout_as_json(one) for one in layouts]}


def layouts_from(kept: Mapping[str, Any]) -> tuple[Layout, ...]:
    """Return the layouts that were kept."""
    return tuple(_layout_from(one) for one in kept.get("layouts", ()))


def _layout_as_json(layout: Layout) -> dict[str, Any]:
    return {
        "sheet": layout.sheet,
        "header_rows": list(layout.header_rows),
        "columns": {str(at): _heading_as_json(one) for at, one in layout.columns.items()},
        "group_rows": {str(row): text for row, text in layout.group_rows.items()},
        "under": {str(row): _context_as_json(one) for row, one in layout.under.items()},
        "skip_rows": _runs(layout.skip_rows),
        "entry_rows": _runs(layout.entry_rows),
        "context": _context_as_json(layout.context),
        "carried": list(layout.carried),
        "hidden_rows": _runs(layout.hidden_rows),
    }


def _layout_from(kept: Mapping[str, Any]) -> Layout:
    return Layout(
        sheet=kept["sheet"],
        header_rows=tuple(kept["header_rows"]),
        columns={int(at): _heading_from(one) for at, one in kept["columns"].items()},
        group_rows={int(row): text for row, text in kept["group_rows"].items()},
        under={int(row): _context_from(one) for row, one in kept["under"].items()},
        skip_rows=_rows(kept["skip_rows"]),
        entry_rows=_rows(kept["entry_rows"]),
        context=_context_from(kept["context"]),
        carried=tuple(kept["carried"]),
        hidden_rows=_rows(kept["hidden_rows"]),
    )


def _heading_as_json(heading: Heading) -> dict[str, Any]:
    return {
        "text": heading.text,
        "field": heading.field.value,
        "confidence": heading.confidence,
        "encoding": heading.encoding.value,
        "group": heading.group,
        "is_month_first": heading.is_month_first,
    }


def _heading_from(kept: Mapping[str, Any]) -> Heading:
    return Heading(
        text=kept["text"],
        field=RosterField(kept["field"]),
        confidence=kept["confidence"],
        encoding=Encoding(kept["encoding"]),
        group=kept["group"],
        is_month_first=kept["is_month_first"],
    )


_PLACES = ("province", "district", "commune", "branch", "post")


def _context_as_json(context: Context) -> dict[str, Any]:
    day = context.day.isoformat() if context.day else None
    return {name: getattr(context, name) for name in _PLACES} | {"day": day}


def _context_from(kept: Mapping[str, Any]) -> Context:
    day = date.fromisoformat(kept["day"]) if kept["day"] else None
    return Context(**{name: kept[name] for name in _PLACES}, day=day)


def _runs(rows: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return runs


def _rows(runs: Iterable[Iterable[int]]) -> tuple[int, ...]:
    return tuple(chain.from_iterable(range(first, last + 1) for first, last in runs))
