"""What can be put right in captions without asking anybody."""

from collections.abc import Iterable

from elearn.media.captions.cue import Cue

_ENDLESS = 1 << 62


def tidied(cues: Iterable[Cue], length_ms: int | None = None) -> tuple[Cue, ...]:
    """Return the cues in order, each ended where the next begins and where the film ends.

    What begins together is shown together. What has no words, no length, or begins after the film
    is left out.
    """
    end = length_ms or _ENDLESS
    starts: dict[int, list[Cue]] = {}
    for cue in sorted(cues, key=lambda one: (one.start_ms, one.end_ms)):
        if cue.text and cue.start_ms < min(cue.end_ms, end):
            starts.setdefault(cue.start_ms, []).append(cue)
    ends = [*list(starts)[1:], end]
    return tuple(
        Cue(start, min(one[-1].end_ms, after), "\n".join(dict.fromkeys(cue.text for cue in one)))
        for (start, one), after in zip(starts.items(), ends, strict=False)
    )
