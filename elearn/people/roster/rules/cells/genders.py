"""Cells of gender."""

from functools import lru_cache

from elearn.people.models import Gender
from elearn.text import fold

_WORDS = {
    **dict.fromkeys(("nu", "f", "female", "gai", "ba", "chi", "phu nu", "nu gioi"), Gender.FEMALE),
    **dict.fromkeys(("nam", "m", "male", "trai", "ong", "anh", "nam gioi"), Gender.MALE),
}


@lru_cache(1_000)
def gender_said(text: str) -> Gender | None:
    """Return the gender a cleaned text names, if it names one."""
    return _WORDS.get(fold(text).strip(" .")) if text else None


def gender_agreed(said: tuple[Gender | None, ...]) -> tuple[Gender | None, bool]:
    """Return the gender that all who say anything agree upon, and whether they do."""
    different = {one for one in said if one}
    return (different.pop(), True) if len(different) == 1 else (None, not different)
