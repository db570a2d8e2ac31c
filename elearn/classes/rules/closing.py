"""The closing list as plain values: what is confirmed is what was shown."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from json import dumps

from elearn.catalogue import Mode
from elearn.learning import CompletionForm, Review


def guard_of(shown: Iterable[tuple[int, Review]]) -> str:
    """Return a word that changes with anything on the list that the decision rests on.

    Minutes may be added while somebody reads the list; who is on it, and which of the conditions
    each of them meets since when, may not change unnoticed.
    """
    facts = [
        (
            key,
            str(review.met_on),
            [(one.kind.value, one.state.value, one.done, one.needed) for one in review.outcomes],
            review.is_mostly_shared,
        )
        for key, review in sorted(shown, key=lambda pair: pair[0])
    ]
    return sha256(dumps(facts).encode()).hexdigest()[:32]


def form_of(review: Review, mode: Mode) -> CompletionForm:
    """Return how a person completed it: as the programme is held, or mostly by watching together.

    Only of what is learnt on the web can be told which of it was seen before a common screen.
    """
    if mode is Mode.ONLINE and review.is_mostly_shared:
        return CompletionForm.SHARED
    return CompletionForm(mode.value)


def completed_on(review: Review, *, starts_on: date, today: date) -> date:
    """Return the day on which a person completed a class whose conditions she all meets.

    It is the day of the last of them; what she had done before counts from the first day on.
    """
    return max(review.met_on or today, starts_on)
