"""Capitals of names: all of them or none, or a word begun small."""

import re
import unicodedata

_WORD = re.compile(r"[^\s\-'’ʼ/()]+")


def capitalised(name: str) -> tuple[str, str | None]:
    """Return a name with a capital at each word's beginning, and what was mended, if anything.

    A name that is written in capitals, or all small, is written anew; otherwise only the words
    that begin small, or go on in capitals.
    """
    letters = [sign for sign in name if sign.isalpha()]
    if len(letters) < 2:
        return name, None
    if not any(map(_is_small, letters)) or not any(sign.isupper() for sign in letters):
        mended = _WORD.sub(_recased, name)
        return mended, "title_case" if mended != name else None
    mended = _WORD.sub(_recased_if_odd, name)
    return mended, "title_case_word" if mended != name else None


def _is_small(sign: str) -> bool:
    return sign.islower()


def _capital(sign: str) -> str:
    """Return a letter's capital; none has two letters, as Unicode gives “ß”."""
    capital = sign.upper()
    return capital if len(capital) == 1 else sign


def _recased(word: re.Match[str]) -> str:
    text = word[0]
    return unicodedata.normalize("NFC", _capital(text[0]) + text[1:].lower())


def _recased_if_odd(word: re.Match[str]) -> str:
    """Return the word anew if it begins small or is shouted; what stands behind H' may be small."""
    text = word[0]
    if word.start() > 1 and word.string[word.start() - 1] in "'’ʼ-":
        is_small_before = word.string[word.start() - 2].islower()
        return _capital(text[0]) + text[1:] if is_small_before else text
    is_shouted = len(text) > 1 and any(sign.isupper() for sign in text[1:])
    return _recased(word) if text[0].islower() or is_shouted else text


def is_raised(name: str) -> bool:
    """Return whether a word begins with a capital that TCVN3 has no sign for: it was small."""
    return any(
        word[0].isupper() and not word[0].isascii() and word[0] not in "ĂÂÊÔƠƯĐ"
        for word in name.split()
    )
