"""Words as they are compared: folded, exact but for where the tone is put, and Telex left raw."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from elearn.text import fold, nfc

#: What a folded abbreviation stands for, in words.
Abbreviations = Mapping[str, tuple[str, ...]]

LONGEST = 60  # Letters; what is longer is no word, and an index takes only so much.
WORD = re.compile(r"[^\W_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_INITIALS = re.compile(r"[bcdghklmnpqrstvx]*")
_DOUBLED = re.compile(r"([aeo])\1")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, as they are spelt; every other sign parts them."""
    return tuple(word[:LONGEST] for word in WORD.findall(nfc(text).lower()))


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """Return a word folded; there are some thousand words, and they come again and again."""
    return fold(word)


@lru_cache(maxsize=20_000)
def exact_key(word: str) -> str:
    """Return what spellings of one syllable share: its letters, then its tone (hòa = hoà)."""
    signs = unicodedata.normalize("NFD", word.lower())
    letters = "".join(sign for sign in signs if sign not in _TONES)
    tone = "".join(sign for sign in signs if sign in _TONES)
    return unicodedata.normalize("NFC", letters) + tone


def pairs(words: Iterable[str]) -> list[str]:
    """Return neighbouring words as one word each; where all of them stand, a phrase stands."""
    return [f"{one}_{other}" for one, other in pairwise(words)]


def spoken(words: Sequence[str], abbreviations: Abbreviations) -> list[str]:
    """Return the words with each abbreviation said in full."""
    return [said for word in words for said in abbreviations.get(bare(word), (word,))]


def from_telex(word: str) -> str:
    """Return, folded, a word whose Telex keys were left as typed: truyeefn is truyen.

    What follows the initial consonants loses its tone keys and the hook w, and doubled vowels
    become one; a w right after them is ư.
    """
    typed = word.lower()
    initials = _INITIALS.match(typed)
    head = initials[0] if initials else ""
    rest = typed[len(head) :]
    if rest.startswith("w"):
        rest = f"u{rest[1:]}"
    return head.replace("dd", "d") + _DOUBLED.sub(r"\1", re.sub("[sfrxjw]", "", rest))
