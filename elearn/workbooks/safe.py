"""Texts that a spreadsheet would take for a formula: held back in a CSV file, and read again.

A name like `=HYPERLINK(...)` typed by anybody would run where the file is opened. In a workbook
such a text is kept as a text and stays one. A CSV file knows no kinds of cells: there an apostrophe
goes before it, which `meant` takes away again, so that what is read back is what was written.
"""

import re

_BLANKS = "[\\s'\u200b\u2060\ufeff]*"  # They are dropped where a file is opened.
# Also in the wide forms of East Asian keyboards.
_CALLS, _COUNTS = "[=@\uff1d\uff20]", "[+\\-\uff0b\uff0d\u2212]"
# A cell may be cut within by a reader who parts columns otherwise; there a dash before a blank is
# a list's, as in decisions.
_FIRST = f"^(?={_BLANKS}(?:{_CALLS}|{_COUNTS})|'*[\t\r\n])"
_WITHIN = f"(?<=[,;|\t\r\n])(?={_BLANKS}(?:{_CALLS}|{_COUNTS}(?!\\s)))"
_FORMULA = re.compile(f"{_FIRST}|{_WITHIN}")
_HELD_BACK = re.compile(f"{_FIRST}|{_WITHIN}".replace("(?=", "'(?="))
_CODE = re.compile(r"[0-9A-Za-zĐđ./-]+")
_KEPT_CODE = re.compile(r'="([^"]*)"')


def neutral(text: str) -> str:
    """Return a text for a cell of a CSV file that no spreadsheet takes for a formula."""
    return _FORMULA.sub("'", text)


def code(text: str) -> str:
    """Return a code for such a cell so that its leading zeros stay: 00123 as a formula of text.

    What holds more than letters, digits, points and strokes is no code, but a text like any other.
    """
    return f'="{text}"' if _CODE.fullmatch(text) else neutral(text)


def meant(text: str) -> str:
    """Return what a cell of a CSV file meant, before it was held back from being a formula."""
    kept = _KEPT_CODE.fullmatch(text)
    return kept[1] if kept else _HELD_BACK.sub("", text)
