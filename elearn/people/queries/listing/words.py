"""What somebody typed to find a person: words of a name, or digits of a telephone."""

import re
from dataclasses import dataclass

from elearn.text import fold, nfc, telephone

_NO_LETTER = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"[\d\s.+-]+")
_MOST_WORDS = 30  # Nobody has more, under all her names; a database bears some hundreds.
_FROM_THE_END = "<"
_LAST = "\U0010ffff"


def spaced(name: str) -> str:
    """Return a name folded, with one blank around each word: " h hen nie "."""
    return f" {_NO_LETTER.sub(' ', fold(name)).strip()} "


def words_of(names: str, phones: tuple[str, ...] = ()) -> set[str]:
    """Return the words by which somebody is found, a telephone from its beginning and its end."""
    ends = (_FROM_THE_END + phone[::-1] for phone in phones)
    return {*names.split(), *phones, *ends}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that begin alike: from the beginning itself to whatever follows on it."""

    beginning: str

    @property
    def end(self) -> str:
        return self.beginning + _LAST


@dataclass(frozen=True, slots=True)
class Sought:
    """What was typed: whole words, the beginning of one more, or a telephone from either end."""

    words: tuple[str, ...] = ()
    last: Stretch | None = None
    phone: tuple[Stretch, ...] = ()
    is_nonsense: bool = False

    def __bool__(self) -> bool:
        return bool(self.last or self.phone)


def sought(text: str) -> Sought:
    """Read what was typed; the last word may be only begun."""
    typed = nfc(text)
    if _NUMBER.fullmatch(typed) and (digits := telephone(typed)):
        ends = {digits, re.sub(r"\D", "", typed)}
        backwards = (Stretch(_FROM_THE_END + one[::-1]) for one in sorted(ends))
        return Sought(phone=(Stretch(digits), *backwards))
    words = spaced(typed).split()
    if not words or len(words) > _MOST_WORDS:
        return Sought(is_nonsense=bool(typed))
    return Sought(tuple(dict.fromkeys(words[:-1])), Stretch(words[-1]))
