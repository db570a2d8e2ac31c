"""What somebody asks for, whatever she typed: a few words, never a language of signs."""

from collections.abc import Sequence
from dataclasses import dataclass

from elearn.search.rules.words import (
    Abbreviations,
    bare,
    exact_key,
    from_telex,
    pairs,
    spoken,
    words_of,
)

MOST_LETTERS = 200
MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Question:
    """The words asked for, in their order and as they were spelt, and how they may be said."""

    words: tuple[str, ...]
    abbreviations: Abbreviations

    @classmethod
    def of(cls, text: str, abbreviations: Abbreviations) -> "Question":
        """Read what was typed; quotes, stars and the like are no words, AND and OR are."""
        return cls(words_of(text[:MOST_LETTERS])[:MOST_WORDS], abbreviations)

    def saying(self, words: Sequence[str]) -> "Question":
        """Return the same question in other words."""
        return Question(tuple(words), self.abbreviations)

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(bare(word) for word in self.words)

    @property
    def exact(self) -> tuple[str, ...]:
        """The words with their diacritics, if she typed any: without, she means no spelling."""
        is_accented = self.folded != self.words
        return tuple(exact_key(word) for word in self.words) if is_accented else ()

    @property
    def meant(self) -> list[tuple[str, list[str]]]:
        """Each folded word, with what it says in full if it is an abbreviation."""
        return [
            (word, [bare(said) for said in self.abbreviations.get(word, ())])
            for word in self.folded
        ]

    @property
    def phrases(self) -> list[list[str]]:
        """The pairs of neighbours, as typed and with abbreviations said in full."""
        said = [bare(word) for word in spoken(self.words, self.abbreviations)]
        both = [pairs(self.folded), pairs(said)]
        return [found for place, found in enumerate(both) if found and found not in both[:place]]

    @property
    def marked(self) -> frozenset[str]:
        """Every folded word to be marked where it is found."""
        return frozenset(self.folded).union(*(said for _, said in self.meant))

    @property
    def raw_telex(self) -> "Question | None":
        """The question as it reads if Telex keys were left raw; nothing if it reads the same."""
        read = tuple(from_telex(word) for word in self.words)
        return self.saying(read) if read != self.folded else None
