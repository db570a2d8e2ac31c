"""What every form of the pages begins with: its base, its choices, how long a text may be."""

from collections.abc import Mapping
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import SelectChoice  # type: ignore[attr-defined]  # its stubs are older
from wtforms.validators import Length

from elearn.text import Message
from elearn.web.i18n import told

__all__ = ["CODE", "Form", "SelectChoice", "at_most", "choices_of"]

#: How a code is typed that stands on paper, in a letter or on another screen.
CODE = {
    "autocomplete": "one-time-code",
    "autocapitalize": "characters",
    "autocorrect": "off",
    "spellcheck": "false",
}
_LONGEST = {
    40: _("Dài nhất 40 ký tự."),
    60: _("Dài nhất 60 ký tự."),
    80: _("Dài nhất 80 ký tự."),
    120: _("Dài nhất 120 ký tự."),
    200: _("Dài nhất 200 ký tự."),
    300: _("Dài nhất 300 ký tự."),
    500: _("Dài nhất 500 ký tự."),
}


class Form(FlaskForm):  # type: ignore[misc]  # flask-wtf has no types
    """A form whose values are asked for by name, once it was found valid."""

    def values(self, *names: str) -> dict[str, Any]:
        return {name: self[name].data for name in names}


def at_most(count: int) -> Length:
    """Return what refuses a text of more characters than so many."""
    return Length(max=count, message=_LONGEST[count])


def choices_of(names: Mapping[Any, Message]) -> list[Any]:
    """Return the choices of a closed set, each by its name in the language of the request."""
    return [SelectChoice(member.value, LazyString(told, name)) for member, name in names.items()]
