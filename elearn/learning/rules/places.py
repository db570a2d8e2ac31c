"""How people type a place in a film."""

import re

_PLACE = re.compile(r"(?:(\d{1,2})[:hg.])?(\d{1,3})[:.'p]([0-5]?\d)|(\d{1,5})")
_HOUR, _MINUTE = 3600, 60


def second_meant(text: str) -> int | None:
    """Return the second that was typed as 12:30, 1:02:05 or 95; None if it is no place."""
    found = _PLACE.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, seconds, alone = (int(part) if part else 0 for part in found.groups())
    return alone + hours * _HOUR + minutes * _MINUTE + seconds
