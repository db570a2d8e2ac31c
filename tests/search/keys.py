"""What the keys of a word are in Telex, for tests of reading them back."""

import unicodedata

_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_SHAPES = {"\u0302": "", "\u0306": "w", "\u031b": "w"}  # A circumflex doubles its letter.


def telex(word: str, *, at_end: bool) -> str:
    """Return the keys of a word, its tone typed last or right after its vowel."""
    keys, tone = [], ""
    for sign in unicodedata.normalize("NFD", word):
        if sign in _TONES:
            tone = _TONES[sign]
            keys += [] if at_end else [tone]
        elif sign in _SHAPES:
            keys.append(_SHAPES[sign] or keys[-1])
        else:
            keys.append("dd" if sign == "đ" else sign)
    return "".join(keys) + (tone if at_end else "")
