"""What was watched of earlier versions of a medium, and what it is worth in the one shown now."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from elearn.learning.rules.seconds import Seconds
from elearn.learning.rules.standing import Standing
from elearn.media import Earlier, Playable, ReplacementPolicy, same_parts


@dataclass(frozen=True, slots=True)
class Passed:
    """What comes over from the versions before to the next one."""

    held: Seconds = field(default_factory=Seconds)
    #: The parts that must be watched themselves, whatever share of the whole is held.
    required: Seconds = field(default_factory=Seconds)
    #: What of `held` was shared.
    shared: Seconds = field(default_factory=Seconds)
    was_seen: bool = False
    #: The version she began and may still finish, in place of the one shown to others.
    unfinished: int | None = None
    #: The versions by which the lecture may have been seen already.
    counting: tuple[int, ...] = ()


def passed_to(shown: Playable, own: Mapping[int, Standing], share_percent: int) -> Passed:
    """Return what somebody brings from the earlier versions to the one that is shown.

    :param own: what she watched of each version, by its key; those without a second may be absent.
    """
    passed = Passed()
    lengths = [*(one.seconds for one in shown.earlier), shown.seconds][1:]
    for earlier, length in zip(shown.earlier, lengths, strict=True):
        passed = _next(passed, earlier, length, own.get(earlier.version_id), share_percent)
    return passed


def with_passed(standing: Standing, passed: Passed) -> Standing:
    """Return the standing with a version, with what came over from those before it."""
    return replace(
        standing,
        held=standing.held | passed.held,
        required=passed.required,
        shared=standing.shared | (passed.shared - standing.held),
        was_seen=standing.was_seen or passed.was_seen,
    )


def _next(
    passed: Passed, earlier: Earlier, length: int, own: Standing | None, share_percent: int
) -> Passed:
    policy = earlier.replaced.policy
    if policy is ReplacementPolicy.MUST_REPEAT:
        return Passed()
    watched = own or Standing(Seconds(), earlier.seconds, share_percent)
    standing = with_passed(watched, passed)
    if policy is ReplacementPolicy.ONLY_NEW_PARTS:
        return _carried(earlier, length, standing)
    # Begun is also what she never opened but brought seconds to: they count nowhere else.
    unfinished = earlier.version_id if standing.is_begun else passed.unfinished
    return Passed(
        was_seen=standing.is_seen,
        unfinished=None if standing.is_seen else unfinished,
        counting=(*passed.counting, earlier.version_id),
    )


def _carried(earlier: Earlier, length: int, standing: Standing) -> Passed:
    """Return the seconds of the next version that are as good as watched, and its new parts."""
    if not (standing.is_begun or standing.was_seen):
        return Passed()
    same = list(same_parts(earlier.replaced.changes, earlier.seconds, length))
    held, kept, shared = 0, 0, 0
    for (old, old_end), (new, _new_end) in same:
        every = (1 << (old_end - old)) - 1
        kept |= every << new
        held |= (every if standing.is_seen else (standing.held.bits >> old) & every) << new
        shared |= ((standing.shared.bits >> old) & every) << new
    return Passed(Seconds(held), Seconds(kept).missing(length), Seconds(shared))
