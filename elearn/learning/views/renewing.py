"""What somebody is told who watched a lecture before its film was replaced."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from elearn import media
from elearn.learning.queries import Stand
from elearn.learning.rules import Range
from elearn.media import ReplacementPolicy


@dataclass(frozen=True, slots=True)
class Renewal:
    """That a film was replaced, and what it means for one person."""

    #: "old": she may finish what she began; "parts", "repeat"; "seen": nothing is asked of her.
    kind: str
    since: datetime
    note: str
    parts: tuple[Range, ...] = ()


def renewal_of(shown: media.Playable, stand: Stand, begun: Collection[int]) -> Renewal | None:
    """Return what she is told of the version played now; nothing if she never saw another.

    :param begun: the keys of the versions of which she holds a second.
    """
    if not shown.earlier:
        return None
    replaced = shown.earlier[-1].replaced
    parts = tuple(stand.passed.required.ranges())
    kind = _kind(shown, stand, begun)
    return Renewal(kind, replaced.released_at, replaced.note, parts) if kind else None


def _kind(shown: media.Playable, stand: Stand, begun: Collection[int]) -> str:
    if stand.version_id != shown.version_id:
        return "old"
    if stand.passed.was_seen:
        return "seen"
    if stand.standing.is_seen:
        return ""
    if stand.passed.required:
        return "parts"
    policies = {one.version_id: one.replaced.policy for one in shown.earlier}
    lost = any(policies.get(key) is ReplacementPolicy.MUST_REPEAT for key in begun)
    return "repeat" if lost else ""
