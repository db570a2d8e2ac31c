"""Why a figure is another than it was, for a terminal and for programs."""

from collections.abc import Iterator
from typing import Any

from elearn.coverage.rules.figures import percent_of, percent_text, thousands
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.why import CAUSE_NAMES, Count, Step, Why


def why_as_json(why: Why, indicator: Indicator) -> dict[str, Any]:
    """Return the steps as plain values; persons by their keys."""
    return {
        "scheme_figure": indicator.key,
        "before": _plain(why.before, indicator),
        "after": _plain(why.after, indicator),
        "steps": [_step(step, indicator) for step in why.steps],
        "unexplained": _plain(why.rest, indicator),
        "adds_up": why.adds_up,
    }


def _plain(count: Count, indicator: Indicator) -> dict[str, int]:
    return {"n": count.reached, "N": count.in_post} if indicator.is_share else {"n": count.reached}


def _step(step: Step, indicator: Indicator) -> dict[str, Any]:
    moved = [
        {"person": one.person_id, "before": one.before, "after": one.after} for one in step.shifts
    ]
    return {"cause": step.cause, "change": _plain(step.change, indicator), "persons": moved}


def why_as_table(why: Why, indicator: Indicator) -> str:
    """Return the steps for a terminal, a line each, between the two figures."""
    return "\n".join(_lines(why, indicator))


def _lines(why: Why, indicator: Indicator) -> Iterator[str]:
    yield f"Lần trước: {_told(why.before, indicator)}"
    for step in why.steps:
        yield f"  {_change(step.change, indicator)}  {CAUSE_NAMES[step.cause]}{_moved(step)}"
    if not why.adds_up:
        yield f"  {_change(why.rest, indicator)}  Không giải thích được"
    yield f"Lần này:   {_told(why.after, indicator)}"


def _told(count: Count, indicator: Indicator) -> str:
    if not indicator.is_share:
        return thousands(count.reached)
    ratio = f"{thousands(count.reached)}/{thousands(count.in_post)}"
    if not count.in_post:
        return ratio
    return f"{percent_text(percent_of(count.reached, count.in_post, indicator.decimals))} {ratio}"


def _change(count: Count, indicator: Indicator) -> str:
    reached = f"tử số {count.reached:+d}"
    told = f"{reached}, mẫu số {count.in_post:+d}" if indicator.is_share else f"{count.reached:+d}"
    return told.ljust(28 if indicator.is_share else 8)


def _moved(step: Step) -> str:
    return f" ({thousands(len(step.shifts))} người)" if step.shifts else ""
