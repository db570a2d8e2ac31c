"""Languages in which lectures are captioned, each named in itself, by their international codes."""

#: First the two every page has, then those of the peoples of Vietnam, the most numerous first.
LANGUAGE_NAMES = {
    "vi": "Tiếng Việt",
    "en": "English",
    "tyz": "Tày",
    "blt": "Thái Đen",
    "twh": "Thái Trắng",
    "mtq": "Mường",
    "hmn": "Hmông",
    "km": "Khmer (ភាសាខ្មែរ)",
    "nut": "Nùng",
    "ium": "Dao",
    "jra": "Gia Rai (Jrai)",
    "rad": "Ê Đê (Rađê)",
    "bdq": "Ba Na (Bahnar)",
    "cjm": "Chăm",
    "kpm": "Cơ Ho (K'Ho)",
    "sed": "Xơ Đăng (Sedang)",
    "hre": "Hrê",
    "rog": "Ra Glai",
    "cmo": "M'Nông (Bunong)",
    "sti": "Xtiêng",
    "bru": "Bru - Vân Kiều",
    "ktv": "Cơ Tu",
    "zh": "Hoa (中文)",
}
_FIRST = tuple(LANGUAGE_NAMES)


def language_order(language: str) -> int:
    """Return the place of a language in every list of captions."""
    return _FIRST.index(language) if language in LANGUAGE_NAMES else len(_FIRST)
