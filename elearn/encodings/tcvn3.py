"""TCVN3 (ABC fonts): one sign of Latin-1 for each Vietnamese letter, few of them capitals.

A capital with a tone has no sign of its own: a font of capitals (.VnTimeH) shows the small one so.
`TRÇN THÞ ¸NH` is therefore read as TRẦN THỊ ÁNH, and the last word of `NguyÔn ThÞ ¸nh` as Ánh.
"""

import re

from elearn.encodings.signs import translated
from elearn.encodings.syllables import is_syllable

_RUNS = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
TABLE = {chr(first + place): letter for first, run in _RUNS for place, letter in enumerate(run)}
_WORD = re.compile(r"[^\W\d_]+")
_WITH_CAPITAL = set("ăâêôơưđ")


def meant(text: str) -> str | None:
    """Return what the text means in these fonts; None if it holds signs that they do not have."""
    small = translated(text, TABLE)
    if small is None:
        return None
    words = [(found.start(), found[0]) for found in _WORD.finditer(small)]
    loud = [_is_loud(word) for _, word in words]
    is_loud = any(loud) and not any(sign.islower() and sign.isascii() for sign in text)
    for place, (at, word) in enumerate(words):
        if is_loud or loud[place]:
            small = small[:at] + word.upper() + small[at + len(word) :]
        elif _lacks_capital(word) and _neighbour_is_great(words, place):
            small = small[:at] + word[0].upper() + small[at + 1 :]
    return small


def _is_loud(word: str) -> bool:
    """Return whether a word was typed in capitals: one stands within, and no plain small one.

    `BLứ` is a name of the highlands that is written so.
    """
    plain = [sign for sign in word if sign.isascii()]
    is_great = all(map(str.isupper, plain)) and any(
        sign.isascii() and sign.isupper() for sign in word[1:]
    )
    return is_great and is_syllable(word)


def _lacks_capital(word: str) -> bool:
    return word[0].islower() and not word[0].isascii() and word[0] not in _WITH_CAPITAL


def _neighbour_is_great(words: list[tuple[int, str]], place: int) -> bool:
    """Return whether the word after it begins with a capital, or, at the end, the one before."""
    neighbours = words[place + 1 : place + 2] or words[max(place - 1, 0) : place]
    return any(word[0].isupper() for _, word in neighbours)
