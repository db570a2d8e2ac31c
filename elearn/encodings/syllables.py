"""Which words are syllables of Vietnamese: onset, rhyme, and a tone that the rhyme can bear."""

import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OF_STOPS = {"\u0301", "\u0323"}
_STOPS = ("c", "ch", "p", "t")
_BEFORE_FRONT = {"k", "gh", "ngh"}
_BEFORE_OTHERS = {"c", "g", "ng"}
_FRONT = "eêiy"
_MARKED = "ăâêôơ"
_EITHER = {"oa", "oe", "uy", "oo"}
_ONSETS = (
    *("", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh"),
    *("nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"),
)
_RHYMES = frozenset(
    word
    for line in (
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây",
        "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu",
        "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu",
        "o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay",
        "oăc oăm oăn oăng oăt oe oen oeo oet oong ooc",
        "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ă ơng",
        "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uên uêt uơ",
        "uy uya uych uyn uynh uyt uyu uyp uyên uyêt uôc uôi uôm uôn uông uôt",
        "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu",
        "y yêm yên yêng yêt yêu",
    )
    for word in line.split()
)


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Return whether the word, in any case, is a syllable as Vietnamese writes it."""
    bare, tones = _without_tones(word.lower())
    if len(tones) > 1:
        return False
    return any(
        _fits(onset, bare[len(onset) :]) and _bears(bare, len(onset), tones)
        for onset in _ONSETS
        if bare.startswith(onset)
    )


def _without_tones(word: str) -> tuple[str, dict[int, str]]:
    """Return the letters without their tones, and which of them bears which tone."""
    bare: list[str] = []
    tones: dict[int, str] = {}
    for sign in unicodedata.normalize("NFC", word):
        apart = unicodedata.normalize("NFD", sign)
        tone = "".join(mark for mark in apart if mark in _TONES)
        if tone:
            tones[len(bare)] = tone
        left = "".join(mark for mark in apart if mark not in _TONES)
        bare.append(unicodedata.normalize("NFC", left))
    return "".join(bare), tones


def _fits(onset: str, rhyme: str) -> bool:
    if rhyme not in _RHYMES or (onset == "qu" and rhyme.startswith("u")):
        return False
    is_front = rhyme[0] in _FRONT
    if onset in _BEFORE_FRONT:
        return is_front
    return not is_front or onset not in _BEFORE_OTHERS or (onset == "g" and rhyme[0] == "i")


def _bears(bare: str, first: int, tones: dict[int, str]) -> bool:
    """Return whether the rhyme from there on bears the tone, and on that letter."""
    rhyme = bare[first:]
    if rhyme.endswith(_STOPS) and not _OF_STOPS.intersection(tones.values()):
        return False
    return all(at - first in _places(rhyme) for at in tones)


def _places(rhyme: str) -> set[int]:
    """Return the letters of a rhyme on which its tone may stand: hòa and hoà, but only cúi."""
    marked = [place for place, sign in enumerate(rhyme) if sign in _MARKED]
    if marked:
        return {marked[-1]}
    if rhyme == "uya":
        return {1}
    return {0, 1} if rhyme[:2] in _EITHER else {0}
