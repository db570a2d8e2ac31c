"""Built files by their plain names: `asset('elearn.css')` gives the address with its hash."""

import json
from functools import cache
from pathlib import Path

from flask import Flask, url_for

from elearn.errors import Refusal
from elearn.text import msg

DIST = Path(__file__).resolve().parents[2] / "static" / "dist"
YEAR_SECONDS = 365 * 24 * 3600


@cache
def _manifest() -> dict[str, str]:
    try:
        names: dict[str, str] = json.loads((DIST / "manifest.json").read_text())
    except FileNotFoundError:
        raise Refusal(msg("Chưa dựng phần giao diện. Chạy ./scripts/setup một lần.")) from None
    return names


def asset(name: str) -> str:
    """Return the address of a built file, which may be cached for ever."""
    return url_for("static", filename=_manifest()[name])


def init_app(app: Flask) -> None:
    app.static_folder = str(DIST)
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = YEAR_SECONDS
    app.jinja_env.globals["asset"] = asset
