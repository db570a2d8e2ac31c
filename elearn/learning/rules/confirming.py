"""By what it counts that somebody was present where many watched before one screen."""

from enum import StrEnum


class Confirmation(StrEnum):
    """What makes a presence count."""

    STATEMENT = "statement"  # Who led states in the end who was there.
    CODE = "code"  # Each who was there says so herself, by her code or signed in.
