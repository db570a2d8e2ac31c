"""Codes as sentences: what was mended, what is asked, what is wrong, and why a row stands so."""

from collections.abc import Iterable, Mapping

from elearn.text import Message
from elearn.web import told


def sentence(names: Mapping[str, Message], code: str, value: str = "") -> str:
    """Return what a code says, filled with its value; an unknown code is shown as it is."""
    name, _, own = code.partition(":")
    template = names.get(name)
    if template is None:
        return code
    said = (value or own).replace("->", " → ")
    return told(Message(template.template, (("value", said),)))


def sentences(names: Mapping[str, Message], codes: Iterable[str]) -> list[str]:
    """Return what codes say, each "name" or "name:value"."""
    return [sentence(names, code) for code in codes]
