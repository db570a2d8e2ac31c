"""The part of a text that answers best, cut into pieces: what was asked for, and what was not."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from elearn.search.rules.words import WORD, bare, pairs
from elearn.text import nfc

LENGTH = 28  # Words that tell enough, and fit into four lines of a phone.
BEFORE = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; the template escapes it, and marks it where it was asked for."""

    text: str
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Pieces in their order, and the place of the first word of the best stretch."""

    pieces: tuple[Piece, ...]
    place: int = 0


def whole(text: str, asked: Collection[str]) -> tuple[Piece, ...]:
    """Return a text in full with what was asked for marked."""
    text = nfc(text)
    return tuple(_pieces(text, list(WORD.finditer(text)), asked))


def excerpt(text: str, asked: Collection[str], phrases: Collection[str] = ()) -> Excerpt:
    """Return the stretch that holds most of the folded words asked for, best as a phrase."""
    text = nfc(text)
    words = list(WORD.finditer(text))
    folded = [bare(word[0]) for word in words]
    place = _best(folded, asked, phrases)
    first = max(0, min(place - BEFORE, len(words) - LENGTH))
    shown = words[first : first + LENGTH]
    if not shown:
        return Excerpt((Piece(text),) if text else ())
    is_last = first + LENGTH >= len(words)
    end = len(text) if is_last else shown[-1].end()
    begin = shown[0].start() if first else 0
    pieces = _pieces(text[:end], shown, asked, begin)
    return Excerpt(tuple(_dotted(pieces, first > 0, not is_last)), place)


def _best(folded: Sequence[str], asked: Collection[str], phrases: Collection[str]) -> int:
    """Return the place from which a stretch answers best; the first of equals."""
    wanted, joins = set(asked), set(phrases)
    places = [place for place, word in enumerate(folded) if word in wanted]
    joined = {place: pair for place in places if (pair := _joined(folded, place)) in joins}
    best, most = 0, 0
    for number, place in enumerate(places):
        end = place + LENGTH - BEFORE
        stretch = [other for other in places[number : number + LENGTH] if other < end]
        held = {joined[other] for other in stretch if other in joined and other + 1 < end}
        points = len({folded[other] for other in stretch}) + 2 * len(held)
        # Of two stretches that hold the same phrase, it is better to begin with it.
        points = 2 * points + (place in joined)
        if points > most:
            best, most = place, points
    return best


def _joined(folded: Sequence[str], place: int) -> str:
    return "".join(pairs(folded[place : place + 2]))


def _pieces(
    text: str, words: Sequence[re.Match[str]], asked: Collection[str], begin: int = 0
) -> list[Piece]:
    """Cut a text at the words asked for; neighbours with only a blank between make one piece."""
    pieces: list[Piece] = []
    for word in words:
        if bare(word[0]) not in asked:
            continue
        between = text[begin : word.start()]
        if pieces and pieces[-1].is_asked and between == " ":
            pieces[-1] = Piece(f"{pieces[-1].text} {word[0]}", is_asked=True)
        else:
            pieces += [Piece(between)] * bool(between) + [Piece(word[0], is_asked=True)]
        begin = word.end()
    return pieces + [Piece(text[begin:])] * bool(text[begin:])


def _dotted(pieces: list[Piece], is_cut_before: bool, is_cut_after: bool) -> list[Piece]:
    before = [Piece("… ")] if is_cut_before else []
    return before + pieces + ([Piece(" …")] if is_cut_after else [])


def restored(words: Sequence[str], text: str) -> tuple[str, ...]:
    """Return the folded words that a text holds, as they are spelt where they stand together."""
    found = [word[0].lower() for word in WORD.finditer(nfc(text))]
    folded = [bare(word) for word in found]
    start = _best(folded, words, pairs(words))
    order = [*range(start, len(found)), *range(start)]
    spelt: dict[str, str] = {}
    for place in order:
        spelt.setdefault(folded[place], found[place])
    return tuple(spelt[word] for word in words if word in spelt)
