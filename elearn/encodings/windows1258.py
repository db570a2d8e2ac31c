"""Windows-1258 read as Windows-1252: letters of Latin-1, and tones as signs behind them."""

import unicodedata

from elearn.encodings.signs import translated


def _table() -> dict[str, str]:
    """Return what each sign of Windows-1252 is in Windows-1258, where both have one."""
    found = {}
    for code in range(0x80, 0x100):
        seen = bytes([code]).decode("cp1252", "ignore")
        sign = bytes([code]).decode("cp1258", "ignore")
        if seen and sign and (code >= 0xC0 or sign == seen):
            found[seen] = sign
    return found


TABLE = _table()


def meant(text: str) -> str | None:
    """Return what the text means in this encoding, composed; None if it lacks one of its signs."""
    found = translated(text, TABLE)
    return unicodedata.normalize("NFC", found) if found is not None else None
