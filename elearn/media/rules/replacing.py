"""What becomes of what was watched when a version is replaced by another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from elearn.text import msg

Stretch = tuple[int, int]

_SLACK = 2  # Seconds: an edit is seldom cut on a whole one.


class ReplacementPolicy(StrEnum):
    """What those must watch who began or finished the version before."""

    STAYS_VALID = "stays_valid"
    ONLY_NEW_PARTS = "only_new_parts"
    MUST_REPEAT = "must_repeat"


POLICY_NAMES = {
    ReplacementPolicy.STAYS_VALID: msg("Bản cũ vẫn được tính"),
    ReplacementPolicy.ONLY_NEW_PARTS: msg("Chỉ phải xem phần mới"),
    ReplacementPolicy.MUST_REPEAT: msg("Phải xem lại từ đầu"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of seconds of the old version, and what stands in its place; one may be empty."""

    old: Stretch
    new: Stretch


@dataclass(frozen=True, slots=True)
class Replacement:
    """How a version was replaced by the next one."""

    policy: ReplacementPolicy
    released_at: datetime
    note: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version that was played before another replaced it."""

    version_id: int
    seconds: int
    replaced: Replacement


def same_parts(
    changes: Sequence[Change], old_seconds: int, new_seconds: int
) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield what lies between the changes, in the old version and in the new one, in order.

    Both stretches of a pair are of one length: where an edit was cut within a second, the shorter.
    """
    start, end = Change((0, 0), (0, 0)), Change((old_seconds,) * 2, (new_seconds,) * 2)
    for before, after in pairwise([start, *changes, end]):
        length = min(after.old[0] - before.old[1], after.new[0] - before.new[1])
        if length > 0:
            old, new = before.old[1], before.new[1]
            yield (old, old + length), (new, new + length)


def flaw_of(
    changes: Sequence[Change], old_seconds: int, new_seconds: int
) -> tuple[int, int] | None:
    """Return the first change that cannot be (1, 2, …) and by how many seconds, or None.

    The change of number 0 stands for none at all; one more than there are, for the end.
    """
    if not changes:
        return 0, 0
    start, end = Change((0, 0), (0, 0)), Change((old_seconds,) * 2, (new_seconds,) * 2)
    for number, (before, after) in enumerate(pairwise([start, *changes, end]), 1):
        old, new = after.old[0] - before.old[1], after.new[0] - before.new[1]
        if min(old, new) < 0 or abs(new - old) > _SLACK:
            return number, new - old
    return None
