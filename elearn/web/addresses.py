"""Which addresses there are, and where a person goes back to when a thing is done."""

from typing import Any

from flask import Flask, abort

LARGEST_KEY = 2**31 - 1


def local(address: str | None, *, otherwise: str = "/") -> str:
    """Return the address if it is a path of this site, else the other.

    Browsers read a backslash as a slash and drop blanks and controls, so none may stand in it.
    """
    text = address or ""
    is_path = text.startswith("/") and not text.startswith("//")
    is_plain = all(sign > " " and sign not in "\\\x7f" for sign in text)
    return text if is_path and is_plain else otherwise


def _refuse_far(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Answer an address with a number that no row can have: nothing is there, to see or to do."""
    if any(isinstance(value, int) and value > LARGEST_KEY for value in (values or {}).values()):
        abort(404)


def init_app(app: Flask) -> None:
    app.url_value_preprocessor(_refuse_far)
