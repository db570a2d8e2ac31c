"""Vietnamese text: messages for people, one spelling, folding, order, and Markdown made safe."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

import markdown
import nh3


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for a person: a Vietnamese template and the values in it.

    `str()` gives the Vietnamese; a door that knows the reader's language calls `told`.
    """

    template: str
    values: tuple[tuple[str, Any], ...] = ()

    def told(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the language that `translate` knows."""
        translated = translate(self.template)
        return translated % self._told_values(translate) if self.values else translated

    def _told_values(self, translate: Callable[[str], str]) -> dict[str, Any]:
        return {
            name: value.told(translate) if isinstance(value, Message) else value
            for name, value in self.values
        }

    def __str__(self) -> str:
        return self.told(lambda template: template)


def msg(template: str, /, **values: Any) -> Message:
    """Return a message; Babel collects the template, so it must be a literal."""
    return Message(template, tuple(values.items()))


# Signs that no text of one line means. PostgreSQL cannot keep 0, nothing can encode half a pair,
# a terminal obeys others, and some turn the order of all that follows on a page.
_MEANT_BY_NONE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def nfc(text: str) -> str:
    """Return the text in composed form with single spaces and no blanks at its ends."""
    return " ".join(unicodedata.normalize("NFC", _MEANT_BY_NONE.sub("", text)).split())


_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "’": "'", "‘": "'", "ʼ": "'"})


def fold(text: str) -> str:
    """Return the text without diacritics and case, as people type it in a hurry."""
    bare = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).lower()


_LETTERS = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", 64)}
_TONES = {tone: place for place, tone in enumerate("\u0300\u0309\u0303\u0301\u0323", 2)}
_SHAPES = "\u0302\u0306\u031b"  # circumflex, breve, horn: they make another letter


def _sign_weight(sign: str) -> bytes:
    """Return the primary weight of one letter: digits first, then the alphabet, the rest before."""
    if place := _LETTERS.get(sign):
        return bytes([place])
    return bytes([16 + int(sign)]) if sign in "0123456789" else b"\x08"


def sort_key(text: str) -> bytes:
    """Return bytes that sort as Vietnamese dictionaries do: letters first, tones second."""
    words = [_word_key(word) for word in nfc(text).lower().split(" ")]
    letters = b"".join(letters + b"\x01" for letters, _ in words)
    return letters + b"\x00" + b"".join(tones for _, tones in words)


@lru_cache(maxsize=20_000)  # A million names are made of some thousand words.
def _word_key(word: str) -> tuple[bytes, bytes]:
    """Return the weights of a word's letters and of their tones."""
    letters, tones = b"", b""
    for cluster in _clusters(word):
        shape = "".join(mark for mark in cluster[1:] if mark in _SHAPES)
        letters += _sign_weight(unicodedata.normalize("NFC", cluster[0] + shape))
        tones += bytes([next((_TONES[mark] for mark in cluster if mark in _TONES), 1)])
    return letters, tones


def _clusters(word: str) -> list[str]:
    """Return the base letters of a word, each with its marks."""
    clusters: list[str] = []
    for sign in unicodedata.normalize("NFD", word):
        if clusters and unicodedata.combining(sign):
            clusters[-1] += sign
        else:
            clusters.append(sign)
    return clusters


def given_name(full_name: str) -> str:
    """Return the last word of a name, by which Vietnamese lists are sorted."""
    return nfc(full_name).rpartition(" ")[2]


def name_sort_key(full_name: str, given: str | None = None) -> bytes:
    """Return the key of a list of people: given name, then the whole name."""
    return sort_key(given or given_name(full_name)) + b"\x00" + sort_key(full_name)


_MOST_LOOKING = 3_000_000  # Signs to be looked at: about a second.
_DEEPEST = 60
_MOST_HEADS = 1_000
_MOST = {"`": 2_000, "<": 1_000, ">": 2_000, "&": 5_000, "\\": 5_000, "\n": 8_000}
_MOST |= {"|": 10_000, "*": 20_000, "_": 20_000}
_BETWEEN = re.compile(r"\n\s*\n")
_HEAD = re.compile(r"^[ \t>]*(?:#|=+[ \t]*$|[-*_][-*_ \t]*$)", re.MULTILINE)


def is_drawable(source: str) -> bool:
    """Return whether Markdown is drawn within seconds.

    What opens is looked for to the end of its paragraph, once more for each of them, and what
    follows a heading is read anew. Nobody writes a lecture so that this takes minutes; but one who
    did would hold up everybody who opens it.
    """
    looking = sum(part.count("[") * len(part) for part in _BETWEEN.split(source))
    deepest = max(len(line) - len(line.lstrip()) for line in source.split("\n"))
    many = any(source.count(sign) > most for sign, most in _MOST.items())
    heads = sum(1 for _ in _HEAD.finditer(source))
    return looking <= _MOST_LOOKING and deepest <= _DEEPEST and heads <= _MOST_HEADS and not many


def html_of(source: str) -> str:
    """Return Markdown as HTML that carries no script, style, handler or foreign scheme.

    What is not drawn within seconds, or lies in itself too deep, is shown as it was typed.
    """
    if not is_drawable(source):
        return _as_typed(source)
    try:
        return nh3.clean(markdown.markdown(source, extensions=["tables", "sane_lists"]))
    except RecursionError:
        return _as_typed(source)


def _as_typed(source: str) -> str:
    """Return the text as paragraphs and lines, with all its marks to be seen."""
    parts = (escape(part.strip("\n")) for part in _BETWEEN.split(source))
    return "\n".join(f"<p>{part}</p>".replace("\n", "<br>\n") for part in parts if part)


# Nine digits follow on a mobile, ten on most lines with a wire.
_FROM_ABROAD = re.compile(r"(?:00)?84(\d{9,10})")


def telephone(text: str) -> str:
    """Return a telephone number as 0 and its digits, however it was written."""
    digits = re.sub(r"\D", "", text)
    found = _FROM_ABROAD.fullmatch(digits)
    return "0" + found[1] if found else digits
