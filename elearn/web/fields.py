"""What the macros in templates/macros/forms.html ask of a WTForms form."""

from typing import Any

from flask import Flask
from wtforms import Field, Form, RadioField

_SILENT = {"csrf_token"}


def wrong_fields(form: Form) -> list[Field]:
    """Return the fields with an error, in the order of the page."""
    return [field for field in form if field.errors and field.name not in _SILENT]


def anchor(field: Field) -> str:
    """Return the element an error leads to: the field, or the first of its choices."""
    return f"{field.id}-0" if isinstance(field, RadioField) else str(field.id)


def described(field: Field, help_text: object) -> str:
    """Return the elements that explain a field: its help, then what is wrong."""
    parts = [(f"{field.id}-help", help_text), (f"{field.id}-wrong", field.errors)]
    return " ".join(name for name, there in parts if there)


def attributes(field: Field, help_text: object, more: dict[str, Any]) -> dict[str, Any]:
    """Return the attributes of an input; a size makes it as wide as what it expects."""
    own: dict[str, Any] = {"class": "input short" if "size" in more else "input"}
    if explained := described(field, help_text):
        own["aria-describedby"] = explained
    if field.errors:
        own["aria-invalid"] = "true"
    return own | more


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        wrong_fields=wrong_fields,
        field_anchor=anchor,
        field_described=described,
        field_attributes=attributes,
    )
