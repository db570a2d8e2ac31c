"""VNI fonts: a letter and a sign of Latin-1 after it that is its mark: `Nguyeãn Thò Höôøng`."""

import re

from elearn.encodings.signs import translated

_TONES = "ùøûõï"  # Acute, grave, hook, tilde, dot: upon any letter that has no more marks.
_PLAIN = {"a": "áàảãạ", "e": "éèẻẽẹ", "o": "óòỏõọ", "u": "úùủũụ", "y": "ýỳỷỹỵ"}
_HORNED = {"ô": "ớờởỡợ", "ö": "ứừửữự"}
_ROUND = {"a": "âấầẩẫậ", "e": "êếềểễệ", "o": "ôốồổỗộ"}
_ROUND_MARKS = "âáàåãä"
_SHORT = "ăắằẳẵặ"
_SHORT_MARKS = "êéèúüë"
_ALONE = {"ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}


def _small() -> dict[tuple[str, str], str]:
    """Return letter and mark → what they mean together."""
    rows = [(base, _TONES, letters) for base, letters in (_PLAIN | _HORNED).items()]
    rows += [(base, _ROUND_MARKS, letters) for base, letters in _ROUND.items()]
    rows.append(("a", _SHORT_MARKS, _SHORT))
    return {
        (base, mark): letter
        for base, marks, letters in rows
        for mark, letter in zip(marks, letters, strict=True)
    }


def _pairs() -> dict[str, str]:
    """Return the pairs in small and in capitals, after which the mark may be small or not."""
    found = {}
    for (base, mark), letter in _small().items():
        found[base + mark] = letter
        found[base.upper() + mark] = found[base.upper() + mark.upper()] = letter.upper()
    return found


TABLE = _pairs()
SINGLE = _ALONE | {sign.upper(): letter.upper() for sign, letter in _ALONE.items()}
_PAIR = re.compile("|".join(map(re.escape, TABLE)))
#: Pairs stand behind signs that no text has, while the single ones are read.
_SHIELD_OF = {pair: chr(0xE000 + place) for place, pair in enumerate(TABLE)}
_SHIELDED = SINGLE | {_SHIELD_OF[pair]: letter for pair, letter in TABLE.items()}


def meant(text: str) -> str | None:
    """Return what the text means in these fonts; None if a mark stands upon nothing."""
    shielded = _PAIR.sub(lambda found: _SHIELD_OF[found[0]], text)
    return translated(shielded, _SHIELDED)
