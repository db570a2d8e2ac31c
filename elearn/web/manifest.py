"""What a phone needs to keep the product on its home screen."""

from typing import Any

from flask import Flask, Response, jsonify
from flask_babel import force_locale, gettext

from elearn.config import Settings
from elearn.text import msg
from elearn.web.assets import asset
from elearn.web.navigation import start
from elearn.web.preferences import theme

_PAPER = "#f4f6f8"  # As tokens.css has them; the phone paints before any style sheet arrives.
_BARS = {"light": "#ffffff", "dark": "#19212b"}
_SIZES = (192, 512)
_DESCRIPTION = msg(
    "Học và bồi dưỡng cho cán bộ cơ sở: xem bài giảng, cả khi không có mạng, làm bài kiểm tra,"
    " nhận chứng chỉ."
)


def bar_colours() -> list[tuple[str, str]]:
    """Return what the bar of the phone is painted in, each with the choice of colours it is for."""
    chosen = theme()
    return [("", _BARS[chosen])] if chosen in _BARS else list(_BARS.items())


def _icons() -> list[dict[str, Any]]:
    """Return the mark in all its sizes. It keeps to its middle, so a phone may cut it round."""
    drawn = [{"src": asset("mark.svg"), "type": "image/svg+xml", "sizes": "any"}]
    for size in _SIZES:
        icon = {"src": asset(f"mark-{size}.png"), "type": "image/png", "sizes": f"{size}x{size}"}
        drawn += [icon, {**icon, "purpose": "maskable"}]
    return drawn


def init_app(app: Flask) -> None:
    settings: Settings = app.extensions["installation"].settings
    app.jinja_env.globals["bar_colours"] = bar_colours

    @app.get("/manifest.webmanifest")
    def manifest() -> Response:
        with force_locale(settings.language):  # The home screen is one for all who use the phone.
            description = _DESCRIPTION.told(gettext)
        answer = jsonify(
            id="/",
            name=settings.product_name,
            short_name=settings.product_name,
            description=description,
            lang=settings.language,
            dir="ltr",
            start_url=start(),
            scope="/",
            display="standalone",
            background_color=_PAPER,
            theme_color=_BARS["light"],
            categories=["education"],
            icons=_icons(),
        )
        answer.mimetype = "application/manifest+json"
        answer.cache_control.public = True
        answer.cache_control.max_age = 24 * 3600
        return answer
