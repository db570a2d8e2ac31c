"""Results as they are shown: what was found, its words marked, and where it begins to be said."""

from collections.abc import Iterable
from dataclasses import dataclass

from elearn.search.rules.entries import Entry
from elearn.search.rules.excerpts import Piece, excerpt, whole
from elearn.search.rules.questions import Question


@dataclass(frozen=True, slots=True)
class Result:
    """One entry found."""

    entry: Entry
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    second: int = 0


def result(entry: Entry, question: Question) -> Result:
    """Return an entry as it answers the question."""
    asked = question.marked
    best = excerpt(entry.text, asked, [pair for phrase in question.phrases for pair in phrase])
    return Result(entry, whole(entry.title, asked), best.pieces, entry.second_of(best.place))


def by_lecture(results: Iterable[Result]) -> list[list[Result]]:
    """Return passages by the lecture they are said in, each in the order of the film."""
    groups: dict[str, list[Result]] = {}
    for one in results:
        groups.setdefault(one.entry.code, []).append(one)
    return [sorted(group, key=lambda one: one.second) for group in groups.values()]
