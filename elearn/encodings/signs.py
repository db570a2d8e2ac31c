"""Signs that texts of old fonts are made of, as Excel shows them in a font of today."""

import re
from collections.abc import Mapping

#: Points, dashes and quotes that mean themselves in every font.
_PASSING = frozenset("\u00a0‘’“”–—…•")
#: Letters beyond Latin-1 that Windows-1252 lacks, and marks: who has one of them is in Unicode.
UNICODE_ONLY = re.compile(
    "[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u017f-\u0191\u0193-\u02c5"
    "\u0300-\u036f\u1e00-\u1eff]"
)
#: Signs of Latin-1 that stand in no name: behind or before a letter they are letters of a font.
SYMBOLS = frozenset(chr(code) for code in range(0xA1, 0xC0)) | frozenset("×÷ßÞþÐð")


def translated(text: str, table: Mapping[str, str]) -> str | None:
    """Return the text with each sign as the table has it; None if the table lacks one."""
    signs = []
    for sign in text:
        if sign.isascii() or sign in _PASSING:
            signs.append(sign)
        elif sign in table:
            signs.append(table[sign])
        else:
            return None
    return "".join(signs)
