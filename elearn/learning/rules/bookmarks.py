"""Where a marked place lies in another version of its film."""

from dataclasses import dataclass

from elearn.media import Earlier, Playable, ReplacementPolicy, same_parts

LONGEST_NOTE = 300  # Letters.
MOST = 200  # Of one person in one film.


@dataclass(frozen=True, slots=True)
class Marked:
    """A bookmark as it is shown: where it lies in the film she watches."""

    id: int
    second: int
    note: str
    #: Whether that is surely the place she meant; in another version it may have moved.
    is_sure: bool = True


def carried(second: int, made_in: int, shown: Playable, newest: Playable) -> tuple[int, bool]:
    """Return where a second of one version lies in the version shown, and whether that is sure.

    What lies between the parts that were filmed anew moved with them; a place within such a part
    leads to its beginning. Where nobody said what changed, it is looked for at the same moment.
    """
    if made_in == shown.version_id:
        return second, True
    line = [*newest.earlier]
    versions = [*(one.version_id for one in line), newest.version_id]
    if made_in not in versions or shown.version_id not in versions:
        return _within(second, shown.seconds), False
    lengths, is_sure = [*(one.seconds for one in line), newest.seconds], True
    for place in range(versions.index(made_in), versions.index(shown.version_id)):
        second, is_exact = _moved(second, line[place], lengths[place + 1])
        is_sure = is_sure and is_exact
    is_later = versions.index(made_in) > versions.index(shown.version_id)
    return _within(second, shown.seconds), is_sure and not is_later


def _moved(second: int, earlier: Earlier, length: int) -> tuple[int, bool]:
    """Return where a second lies in the next version."""
    changes = earlier.replaced.changes
    if earlier.replaced.policy is not ReplacementPolicy.ONLY_NEW_PARTS:
        return second, False
    for (old, old_end), (new, _new_end) in same_parts(changes, earlier.seconds, length):
        if old <= second < old_end:
            return new + second - old, True
    cut = next((one for one in changes if one.old[0] <= second <= one.old[1]), None)
    return (cut.new[0] if cut else second), False


def _within(second: int, length: int) -> int:
    return max(0, min(second, length - 1))
