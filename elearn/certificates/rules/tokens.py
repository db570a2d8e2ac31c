"""The short word in the address of a certificate: told by telephone, and not to be guessed."""

import re
import secrets

#: Without what is read for something else: 0 and o, 1, i and l; and without u, so no word is rude.
LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10  # 30 letters ten times over: 590 millions of millions to try.
_TOKEN = re.compile(f"[{LETTERS}]{{{LENGTH}}}")


def fresh_token() -> str:
    """Return a token nobody has had before, as good as surely; a constraint is quite sure."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def is_token(text: str) -> bool:
    """Return whether this can be a token at all."""
    return _TOKEN.fullmatch(text) is not None
