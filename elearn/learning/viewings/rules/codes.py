"""The six digits by which somebody says on the leader's screen that she is there."""

import hmac

#: How often a wrong code may be typed for one person.
MOST_WRONG = 5
_DIGITS = 6


def code_of(secret_key: str, viewing: str, person_id: int) -> str:
    """Return her code for one viewing; nothing of it is kept anywhere."""
    told = f"elearn shared viewing {viewing} {person_id}"
    mac = hmac.digest(secret_key.encode(), told.encode(), "sha256")
    return f"{int.from_bytes(mac[:8]) % 10**_DIGITS:0{_DIGITS}}"


def is_code(typed: str, code: str) -> bool:
    """Return whether a code was typed; blanks between digits do not matter."""
    return hmac.compare_digest("".join(typed.split()).encode(), code.encode())
