"""How much a text looks like Vietnamese that a person would write."""

import re
from dataclasses import dataclass

from elearn.encodings.signs import SYMBOLS
from elearn.encodings.syllables import is_syllable

_SPLIT = re.compile(r"[\W\d_" + re.escape("".join(sorted(SYMBOLS))) + "]+")
_GLUED = re.compile(
    "(?<=[^\\W\\d_])[{0}]|[{0}](?=[^\\W\\d_])".format(re.escape("".join(sorted(SYMBOLS))))
)
#: Two vowels that no name of any land has side by side; as a letter and its mark in VNI they have.
_PAIRED = re.compile("(?i:[aeouy][øåûõù]|[aeo][âä]|[ae]ã|ö[ôøûõï]|ô[øûõï])")


@dataclass(frozen=True, slots=True)
class Legible:
    """Words with marks that are syllables, those that are none, and signs that no text has."""

    good: int
    bad: int
    strange: int

    @property
    def score(self) -> int:
        return self.good - self.bad - 2 * self.strange


def legible(text: str) -> Legible:
    """Return how legible the text is; words of plain letters say nothing."""
    words = [word for word in _SPLIT.split(text) if word and not word.isascii()]
    good = sum(map(is_syllable, words))
    strange = len(_GLUED.findall(text)) + len(_PAIRED.findall(text))
    strange += sum(map(_is_strange, words))
    return Legible(good, len(words) - good, strange)


def _is_strange(word: str) -> bool:
    """Return whether a marked capital stands within a word of small letters: `NguyÔn`."""
    return any(sign.isupper() and not sign.isascii() for sign in word[1:]) and any(
        sign.islower() for sign in word
    )
