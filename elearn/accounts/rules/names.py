"""Which user names and passwords are good enough, and what a typed name means."""

import re
from itertools import pairwise

from elearn.text import Message, fold, msg, telephone

_USER_NAME = re.compile(r"[a-z][a-z0-9._-]{2,39}")
_TELEPHONE = re.compile(r"\+?[\d\s.()-]{8,20}")


def user_name_of(text: str) -> str:
    """Return a user name as it is kept: plain lower-case letters, without blanks around it."""
    return fold(text.strip())


def is_user_name(name: str) -> bool:
    """Return whether this may be somebody's user name; it never looks like a telephone."""
    return _USER_NAME.fullmatch(name) is not None


def telephone_in(text: str) -> str | None:
    """Return the telephone number a person typed in place of a user name."""
    return telephone(text) if _TELEPHONE.fullmatch(text.strip()) else None


def subject_in(text: str) -> str:
    """Return what failures are counted against: one spelling of the telephone or the user name."""
    return telephone_in(text) or user_name_of(text)


def flaw_of(password: str, *, length: int, known: tuple[str, ...]) -> Message | None:
    """Return why a password is not good enough; none if it is.

    What others know of the person (her user name, her telephone) is no password.
    """
    if len(password) < length:
        return msg("Mật khẩu cần ít nhất %(length)s ký tự.", length=length)
    if subject_in(password) in known:
        return msg("Mật khẩu không được trùng số điện thoại hay tên đăng nhập.")
    if is_easy(password):
        return msg("Mật khẩu này dễ đoán quá. Thử ghép ba bốn từ không liên quan với nhau.")
    return None


def is_easy(password: str) -> bool:
    """Return whether a password is one sign repeated, or signs that follow each other."""
    steps = {ord(after) - ord(before) for before, after in pairwise(password)}
    return len(steps) <= 1 and steps <= {-1, 0, 1}
