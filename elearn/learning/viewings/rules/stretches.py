"""How many seconds a stretch may have, and which of them count for who sat there."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from elearn.learning.rules import Form, Seconds
from elearn.learning.viewings.rules.brought import Span

#: By so much two clocks may be read apart, and a second be begun before it is whole.
_SLACK_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Played:
    """A stretch as it is held."""

    number: int
    form: Form
    seconds: Seconds
    span: Span


def allowed(new: Seconds, held: int, span: Span, *, left: int, rate_percent: int) -> Seconds:
    """Return the earliest new seconds of a stretch that the clock allows.

    A stretch has no more seconds than fit in its own time, and all stretches of a viewing together
    no more than fit in the time it took: `left` is what they leave. So what was played once cannot
    be played again before others in no time.
    """
    fits = int((span.seconds + _SLACK_SECONDS) * rate_percent / 100) - held
    return new.first(max(0, min(fits, left)))


def counted(
    stretches: Iterable[Played], led: Seconds, elsewhere: Iterable[Span]
) -> dict[Form, Seconds]:
    """Return what counts for somebody: her stretches, as far as the leader's own visits played it.

    A stretch counts for nothing during which she was credited for sitting before another screen.
    """
    busy = tuple(elsewhere)
    found: dict[Form, list[Seconds]] = {}
    for one in stretches:
        if not any(one.span.overlaps(other) for other in busy):
            found.setdefault(one.form, []).append(one.seconds & led)
    return {form: reduce(or_, some) for form, some in found.items()}
