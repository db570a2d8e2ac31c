"""One way of watching for many lectures, each of which may lack it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from elearn.learning.rules import Form


@dataclass(frozen=True, slots=True)
class Way:
    """A way to watch a film and what it costs; `height` is the lines of its picture, or 0."""

    name: str
    form: Form
    height: int
    size: int


def ways_among(films: Iterable[Sequence[Way]]) -> list[Way]:
    """Return each way that any of the films has once, the heaviest form first."""
    found = {way.name: way for ways in films for way in ways}
    order = {Form.VIDEO: 0, Form.SLIDES: 1, Form.SOUND: 2}
    return sorted(found.values(), key=lambda way: (order[way.form], -way.height))


def nearest(ways: Sequence[Way], wanted: Way) -> Way:
    """Return a film's own way that comes nearest to a wanted one, rather a lighter one.

    `ways` are those of the film, the heaviest first; there is at least one.
    """
    for way in ways:
        if way.name == wanted.name:
            return way
    films = [way for way in ways if way.form is Form.VIDEO]
    if wanted.form is not Form.VIDEO or not films:
        return ways[-1]
    return next((way for way in films if way.height < wanted.height), films[-1])
