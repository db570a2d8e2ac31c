"""Vietnamese as it was written before Unicode: what a cell shows when nobody converts it.

Tables by the standard TCVN 5712:1993 (ABC fonts) and by the VNI for Windows fonts.
"""

import unicodedata

_LETTERS = (
    "ÀẢÃÁẠ B5 B6 B7 B8 B9",
    "ĂẰẲẴẮẶ A8 BB BC BD BE C6",
    "ÂẦẨẪẤẬ A9 C7 C8 C9 CA CB",
    "ÈẺẼÉẸ CC CE CF D0 D1",
    "ÊỀỂỄẾỆ AA D2 D3 D4 D5 D6",
    "ÌỈĨÍỊ D7 D8 DC DD DE",
    "ÒỎÕÓỌ DF E1 E2 E3 E4",
    "ÔỒỔỖỐỘ AB E5 E6 E7 E8 E9",
    "ƠỜỞỠỚỢ AC EA EB EC ED EE",
    "ÙỦŨÚỤ EF F1 F2 F3 F4",
    "ƯỪỬỮỨỰ AD F5 F6 F7 F8 F9",
    "ỲỶỸÝỴ FA FB FC FD FE",
    "Đ AE",
)
_TCVN3 = {
    letter.lower(): chr(int(code, 16))
    for part in _LETTERS
    for letters, *codes in [part.split()]
    for letter, code in zip(letters, codes, strict=True)
} | {letter: chr(0xA1 + place) for place, letter in enumerate("ĂÂÊÔƠƯĐ")}

_TONES = dict(zip("\u0300\u0301\u0309\u0303\u0323", "øùûõï", strict=True))
_BASES = {"ă": ("a", "ê"), "â": ("a", "â"), "ê": ("e", "â"), "ô": ("o", "â")}
_WITH_HAT = dict(zip("\u0300\u0301\u0309\u0303\u0323", "àáåãä", strict=True))
_WITH_BREVE = dict(zip("\u0300\u0301\u0309\u0303\u0323", "èéúüë", strict=True))
_ALONE = {"ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ", "ơ": "ô", "ư": "ö"}


def tcvn3(text: str) -> str:
    """Return the text in TCVN3, read as if it were Latin: toned capitals have no sign there."""
    return "".join(
        _TCVN3.get(sign) or _TCVN3.get(sign.lower(), sign)
        for sign in unicodedata.normalize("NFC", text)
    )


def vni(text: str) -> str:
    """Return the text in VNI, read as if it were Latin: a tone is a sign behind its letter."""
    return "".join(map(_vni, unicodedata.normalize("NFC", text)))


def _vni(sign: str) -> str:
    if sign.isupper():
        return _vni(sign.lower()).upper()
    if sign in _ALONE:
        return _ALONE[sign]
    base, tone = _parted(sign)
    if base in _BASES:
        letter, hat = _BASES[base]
        marks = _WITH_BREVE if base == "ă" else _WITH_HAT
        return letter + (marks[tone] if tone else hat)
    return _ALONE.get(base, base) + (_TONES[tone] if tone else "")


def _parted(sign: str) -> tuple[str, str]:
    """Return a letter with its hat, and its tone."""
    marks = unicodedata.normalize("NFD", sign)
    tone = next((mark for mark in marks if mark in _TONES), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "")) if tone else sign, tone


def windows_1258(text: str) -> str:
    """Return the text as Windows-1258 keeps it, read as if it were Latin."""
    return bytes_of_1258(text).decode("cp1252")


def bytes_of_1258(text: str) -> bytes:
    """Return the bytes: a letter it has none for is the letter with its hat, its tone behind."""
    return b"".join(map(_of_1258, unicodedata.normalize("NFC", text)))


def _of_1258(sign: str) -> bytes:
    try:
        return sign.encode("cp1258")
    except UnicodeEncodeError:
        return "".join(_parted(sign)).encode("cp1258")
