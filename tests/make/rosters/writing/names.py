"""Names: blanks, old fonts, marks apart, capitals, a second spelling in brackets."""

import unicodedata
from random import Random

from tests.make.rosters import fonts
from tests.make.rosters.values import Pen, Written

_FONTS = {"tcvn3": fonts.tcvn3, "vni": fonts.vni, "windows_1258": fonts.windows_1258}
_LETTERS = set("abcdefghijklmnopqrstuvwxyzđăâêôơư")
MESSES = (
    *("collapse_spaces", "nbsp", "nfd_to_nfc", "tcvn3", "vni", "windows_1258"),
    *("title_case", "title_case_word", "second spelling", "bad name"),
)
_OTHER_SPELLINGS = {"Lý": "Lí", "Mỹ": "Mĩ", "Quý": "Quí"}


def written_name(name: str, pen: Pen) -> Written:
    """Return the name with each mess that can be done to it; of fonts one at most."""
    if pen.makes("bad name"):
        bad = pen.chance.choice([f"{name}`", f"{name[:-1]}?{name[-1]}", f"{name[:-1]}0{name[-1]}"])
        return Written(bad, errors=("suspicious_character_in_name",), told={"name": bad})
    text, told, fixes = name, {"name": name}, []
    other = _OTHER_SPELLINGS.get(name.rpartition(" ")[2])
    if pen.makes("second spelling") and other:
        told["name_alt"] = f"{name.rpartition(' ')[0]} {other}"
        return Written(f"{name} ({other})", told=told)
    if pen.makes("title_case"):
        text, fixes = text.upper(), ["title_case"]
    elif pen.makes("title_case_word") and " " in text:
        words = text.split(" ")
        place = pen.chance.randrange(1, len(words))
        words[place] = words[place].lower()
        text, fixes = " ".join(words), ["title_case_word"]
    text, more = _in_font(text, name, pen)
    text, blank = _blanks(text, pen)
    return Written(text, tuple(fixes + more + blank), told=told)


def _in_font(text: str, name: str, pen: Pen) -> tuple[str, list[str]]:
    for font, write in _FONTS.items():
        if pen.makes(font) and not pen.makes("title_case") and is_telling(write(text)):
            lost = font == "tcvn3" and any(_is_toned_capital(word[0]) for word in name.split(" "))
            return write(text), [font, "title_case_word"] if lost else [font]
    marks_apart = unicodedata.normalize("NFD", text)
    if pen.makes("nfd_to_nfc") and marks_apart != text:
        return marks_apart, ["nfd_to_nfc"]
    return text, []


def is_telling(text: str) -> bool:
    """Return whether the text has a sign that Vietnamese never has: else nobody could tell."""
    bare = unicodedata.normalize("NFD", text).lower()
    return any(sign.isalpha() and sign not in _LETTERS for sign in bare) or "\u00ad" in text


def _is_toned_capital(sign: str) -> bool:
    return sign.isupper() and fonts.tcvn3(sign) == fonts.tcvn3(sign.lower()) and not sign.isascii()


def _blanks(text: str, pen: Pen) -> tuple[str, list[str]]:
    fixes = []
    if pen.makes("collapse_spaces") and " " in text:
        text = _somewhere(text, "  ", pen.chance)
        fixes.append("collapse_spaces")
    if pen.makes("nbsp") and " " in text:
        single = text.rfind(" ")
        if "  " not in text or text[single - 1] != " ":
            text = text[:single] + "\u00a0" + text[single + 1 :]
            fixes.append("nbsp")
    return text, fixes


def _somewhere(text: str, blank: str, chance: Random) -> str:
    places = [place for place, sign in enumerate(text) if sign == " "]
    place = chance.choice(places)
    return text[:place] + blank + text[place + 1 :]
