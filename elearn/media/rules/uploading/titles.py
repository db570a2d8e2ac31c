"""What a film is called for which nobody has typed a name."""

import re

from elearn.text import nfc

_LONGEST = 300
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")


def title_of(typed: str, file_name: str) -> str:
    """Return the typed name, else what the file is called, without its ending and underlines."""
    named = nfc(typed) or nfc(_ENDING.sub("", file_name).replace("_", " ")) or nfc(file_name)
    return named[:_LONGEST].strip() or "Video"
