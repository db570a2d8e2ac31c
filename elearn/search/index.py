"""The index itself: the only module that knows Whoosh.

No positions are kept: neighbours are words of a field of their own, which is quicker than asking
for phrases. What diacritics and phrases are worth is added to a score, never mixed into it.
"""

import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from pathlib import Path
from typing import Any

from elearn.search.rules import (
    Abbreviations,
    Entry,
    Kind,
    Line,
    Question,
    bare,
    exact_key,
    from_telex,
    holding,
    pairs,
    spoken,
    words_of,
    worths,
)

with warnings.catch_warnings():  # It is older than some of what Python warns of when it compiles.
    warnings.simplefilter("ignore")
    from whoosh import index
    from whoosh.codec import whoosh3 as _compiled  # noqa: F401  # Else at the first use, with a word.
    from whoosh.fields import ID, KEYWORD, STORED, Schema
    from whoosh.query import Or, Term

_SCHEMA = Schema(
    thing=ID(),
    kind=ID(),
    folded=KEYWORD(scorable=True),
    exact=KEYWORD(),
    pairs=KEYWORD(),
    title=KEYWORD(),
    shown=STORED(),
)
_MEMORY_MB = 128
_PATIENCE_SECONDS = 30
_SHORTEST, _SHORT = 2, 3  # A longer word may be misspelt by one letter, or by two.


@dataclass(frozen=True, slots=True)
class Hits:
    """The best entries for a question, and how many there are."""

    entries: tuple[Entry, ...]
    count: int


def create(folder: Path) -> None:
    """Make an empty index."""
    index.create_in(str(folder), _SCHEMA)


def replace(
    folder: Path,
    entries: Iterable[Entry],
    abbreviations: Abbreviations,
    *,
    gone: Collection[str] = (),
) -> None:
    """Put entries in, in place of all that belonged to the things gone, in one step."""
    made = index.open_dir(str(folder))
    with made.writer(limitmb=_MEMORY_MB, timeout=_PATIENCE_SECONDS) as writer:
        for thing in gone:
            writer.delete_by_term("thing", thing)
        for entry in entries:
            writer.add_document(**_fields(entry, abbreviations))


def _fields(entry: Entry, abbreviations: Abbreviations) -> dict[str, Any]:
    """Return what is kept of an entry; abbreviations are found by what they stand for, too."""
    written = entry.words
    said = spoken(written, abbreviations)
    every = [*written, *(said if len(said) != len(written) else ())]
    folded, folded_said = [bare(word) for word in written], [bare(word) for word in said]
    return {
        "thing": entry.thing,
        "kind": entry.kind.value,
        "folded": [bare(word) for word in every],
        "exact": [exact_key(word) for word in every],
        "pairs": list({*pairs(folded), *pairs(folded_said)}),
        "title": [] if entry.kind is Kind.PASSAGE else [bare(w) for w in words_of(entry.title)],
        "shown": (
            entry.kind.value,
            entry.code,
            entry.title,
            entry.text,
            [(line.second, line.text) for line in entry.lines],
        ),
    }


def _entry(shown: tuple[str, str, str, str, list[tuple[int, str]]]) -> Entry:
    kind, code, title, text, lines = shown
    return Entry(Kind(kind), code, title, text, tuple(Line(*line) for line in lines))


class Reader:
    """The index as it was when it was opened, whatever is written meanwhile."""

    def __init__(self, searcher: Any) -> None:
        self._searcher = searcher
        self._known: dict[tuple[str, str], frozenset[int]] = {}

    def find(self, question: Question, most_things: int, most_passages: int) -> tuple[Hits, Hits]:
        """Return the lectures, modules and programmes that hold every word, and what is said."""
        found = holding(question, self._having)
        points = self._points(question, found)
        things = found - self._having("kind", Kind.PASSAGE.value)
        return (
            self._best(things, points, most_things),
            self._best(found - things, points, most_passages),
        )

    def nearest(self, question: Question, limit: int) -> tuple[Entry, ...]:
        """Return what holds most of the words, misspelt ones put right."""
        some = Or([Term("folded", word) for word in question.folded])
        return tuple(_entry(hit["shown"]) for hit in self._searcher.search(some, limit=limit))

    def put_right(self, word: str) -> str:
        """Return a folded word of the index: this one, the ones it was meant to be, or itself."""
        known = [one for one in (word, from_telex(word)) if ("folded", one) in self._reader]
        return next(chain(known, self._parted(word), self._near(word)), word)

    def _parted(self, word: str) -> Iterator[str]:
        """Yield two words that stand side by side somewhere, if no blank was typed between them."""
        for cut in range(1, len(word)):
            if ("pairs", f"{word[:cut]}_{word[cut:]}") in self._reader:
                yield f"{word[:cut]} {word[cut:]}"

    def _near(self, word: str) -> Iterator[str]:
        """Yield words spelt almost as this one; for so short a word, almost any would be."""
        for furthest in range(1, 1 + (len(word) > _SHORTEST) + (len(word) > _SHORT)):
            yield from self._searcher.suggest("folded", word, limit=1, maxdist=furthest)

    @property
    def _reader(self) -> Any:
        return self._searcher.reader()

    def _points(self, question: Question, found: AbstractSet[int]) -> Mapping[int, float]:
        """Return what each entry found is worth."""
        points = dict.fromkeys(found, 0.0)
        for worth, numbers in worths(question, self._having):
            for number in numbers & found:
                points[number] += worth
        for word in question.folded:
            self._add_relevance(points, word)
        return points

    def _add_relevance(self, points: dict[int, float], word: str) -> None:
        """Add how much a word says about each entry: the rarer, and the oftener in it, the more."""
        if ("folded", word) not in self._reader:
            return
        matcher = self._searcher.postings("folded", word)
        while matcher.is_active():
            if (number := matcher.id()) in points:
                points[number] += matcher.score()
            matcher.next()

    def _having(self, field: str, word: str) -> AbstractSet[int]:
        """Return the numbers of the entries that have a word in a field; each is read once."""
        if (field, word) not in self._known:
            matcher = self._reader.postings(field, word) if (field, word) in self._reader else None
            self._known[field, word] = frozenset(matcher.all_ids() if matcher else ())
        return self._known[field, word]

    def _best(self, numbers: AbstractSet[int], points: Mapping[int, float], limit: int) -> Hits:
        best = nsmallest(limit, numbers, key=lambda number: (-points[number], number))
        shown = (self._searcher.stored_fields(number)["shown"] for number in best)
        return Hits(tuple(map(_entry, shown)), len(numbers))


@contextmanager
def reading(folder: Path) -> Iterator[Reader]:
    """Give the index as it is now; errors of every kind mean that it cannot be read."""
    with index.open_dir(str(folder)).searcher() as searcher:
        yield Reader(searcher)
