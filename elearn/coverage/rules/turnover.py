"""Who came into a group in an area, and who left it: ends of spells that no border made."""

import numpy as np

from elearn.coverage.rules.facts import Flags, Held, Ints
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.measures import Direction
from elearn.coverage.rules.placing import Placed, Present
from elearn.coverage.rules.spells import Spells, day_at
from elearn.people import EndReason

#: How `Held.ends` tells that a tenure ended, and why: 1 for no reason told, or 2 and what follows.
NO_REASON = 1
REASONS = {reason: place for place, reason in enumerate(EndReason, NO_REASON + 1)}
MOVING = frozenset({EndReason.TRANSFERRED, EndReason.ROTATED, EndReason.SECONDED})


def changes(held: Held, parts: Placed, there: Present, indicator: Indicator) -> tuple[Flags, Ints]:
    """Return which spells are counted as people who came or left, and of each spell the day."""
    if indicator.direction is Direction.IN:
        return _came(held, parts, there), day_at(there.days.start)
    return _left(held, parts, there, _reasons(indicator)), day_at(there.days.stop)


def _came(held: Held, parts: Placed, there: Present) -> Flags:
    """Return the spells all of whose first parts begin as their tenure does."""
    whole = _whole(there)
    is_first = there.parts.start == there.pairs.start[whole]
    of = parts.held[there.rows]
    begins = (held.begins[of] == 1) & (parts.first[there.rows] == held.first[of])
    return _all_of(there.pairs, whole[is_first & ~begins])


def _left(held: Held, parts: Placed, there: Present, reasons: Ints) -> Flags:
    """Return the spells all of whose last parts end as their tenure does, one for such a reason."""
    whole = _whole(there)
    is_last = there.parts.stop == there.pairs.stop[whole]
    of = parts.held[there.rows]
    ends = (held.ends[of] > 0) & (parts.last[there.rows] == held.last[of])
    left = _all_of(there.pairs, whole[is_last & ~ends])
    if reasons.size:
        for_this = np.zeros_like(left)
        for_this[whole[is_last & np.isin(held.ends[of], reasons)]] = True
        left &= for_this
    return left


def _whole(there: Present) -> Ints:
    """Return of each part the united spell it lies in."""
    return np.searchsorted(there.pairs.start, there.parts.start, "right") - 1


def _all_of(pairs: Spells, but: Ints) -> Flags:
    left = np.ones(pairs.start.size, np.bool_)
    left[but] = False
    return left


def _reasons(indicator: Indicator) -> Ints:
    """Return the numbers of the reasons that count; none where any does."""
    wanted = indicator.end_reasons
    if indicator.direction is Direction.MOVED:
        wanted = wanted & MOVING or MOVING
    return np.array(sorted(REASONS[reason] for reason in wanted), np.int64)
