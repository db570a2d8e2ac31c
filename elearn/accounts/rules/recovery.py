"""What a person types as her second factor: six digits, or a recovery code from paper."""

import re
from secrets import choice

#: No letter or digit that is read as another: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
_SIGNS = "ACDEFGHJKMNPQRTWXY34679"
_HALF = 5


def new_recovery_codes(count: int) -> list[str]:
    """Return so many codes to be kept on paper, like `ACDEF-GHJKM`."""
    return [f"{_some()}-{_some()}" for _ in range(count)]


def typed(text: str) -> str:
    """Return a code as it is compared, however it was typed."""
    return re.sub(r"[\s.-]", "", text).upper()


def is_digits(code: str) -> bool:
    """Return whether this is what an app shows rather than what stands on paper."""
    return re.fullmatch(r"[0-9]{6}", code) is not None


def _some() -> str:
    return "".join(choice(_SIGNS) for _ in range(_HALF))
