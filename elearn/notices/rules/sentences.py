"""What a notice says: its words filled with its values, when it is read."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from elearn import clock, people
from elearn.access import ROLE_NAMES
from elearn.notices.rules.kinds import WORDS
from elearn.text import Message, msg

_UNKNOWN = (msg("Thông báo"), msg("Mở để xem."))  # Told by a later version of this product.
_NAMES: dict[str, Mapping[Any, Message]] = {
    "role": ROLE_NAMES,
    "proposal": people.PROPOSAL_KIND_NAMES,
    "field": people.CORRECTED_FIELD_NAMES,
}
_TEMPLATE = "template"  # What a sentence is kept by that stands within another.
_NAMED = re.compile(r"%\((\w+)\)s")


def said(values: Mapping[str, object]) -> dict[str, Any]:
    """Return the values of a notice as they are kept: days as people write them, words as data."""
    return {name: _said(value) for name, value in values.items()}


def _said(value: object) -> object:
    if isinstance(value, Message):
        return {_TEMPLATE: value.template, "values": said(dict(value.values))}
    if isinstance(value, datetime):
        value = clock.day_of(value)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


def title_of(kind: str, details: Mapping[str, Any]) -> Message:
    """Return what a notice is about, in a few words."""
    return _filled(WORDS.get(kind, _UNKNOWN)[0], details)


def text_of(kind: str, details: Mapping[str, Any]) -> Message:
    """Return what a notice says besides."""
    return _filled(WORDS.get(kind, _UNKNOWN)[1], details)


def _filled(words: Message, details: Mapping[str, Any]) -> Message:
    """Return a sentence with the values it names; what an older notice lacks is left blank."""
    values = ((name, details.get(name, "")) for name in _NAMED.findall(words.template))
    return Message(words.template, tuple((name, _named(name, value)) for name, value in values))


def _named(name: str, value: object) -> object:
    if isinstance(value, dict) and _TEMPLATE in value:
        values = ((key, _named("", one)) for key, one in value["values"].items())
        return Message(value[_TEMPLATE], tuple(values))
    return _NAMES.get(name, {}).get(value, value)
