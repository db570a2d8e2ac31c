"""Which entries answer a question, and what each is worth; entries are numbers here.

The rules ask for the entries that have a word in a field: `folded`, `exact`, `pairs` or `title`.
"""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from elearn.search.rules.questions import Question
from elearn.search.rules.words import pairs

#: Gives the numbers of the entries that have a word in a field.
Having = Callable[[str, str], AbstractSet[int]]

# Each of these outweighs all that follow it: none of the sums below it comes near.
_EXACT, _PHRASE, _IN_TITLE = 40_000.0, 10_000.0, 2_000.0
_NEIGHBOURS, _TITLE_WORD = 5.0, 10.0


def holding(question: Question, having: Having) -> AbstractSet[int]:
    """Return the entries that hold each word, or what it is short for."""
    return _in_all(
        having("folded", word) | _side_by_side(pairs(said), having) for word, said in question.meant
    )


def worths(question: Question, having: Having) -> Iterator[tuple[float, AbstractSet[int]]]:
    """Yield points, and the entries that are given them."""
    folded = question.folded
    yield _EXACT, _in_all(having("exact", word) for word in question.exact)
    yield _IN_TITLE, _in_all(having("title", word) for word in folded)
    for word in folded:
        yield _TITLE_WORD, having("title", word)
    for phrase in question.phrases:
        yield _PHRASE, _side_by_side(phrase, having)
        for pair in phrase:
            yield _NEIGHBOURS, having("pairs", pair)


def _side_by_side(phrase: Iterable[str], having: Having) -> AbstractSet[int]:
    return _in_all(having("pairs", pair) for pair in phrase)


def _in_all(sets: Iterable[AbstractSet[int]]) -> AbstractSet[int]:
    """Return what is in each of the sets; in none of them is nothing."""
    every = [frozenset(one) for one in sets]
    return frozenset.intersection(*every) if every else frozenset()
