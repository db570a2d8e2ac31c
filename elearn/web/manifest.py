"""What a phone needs to keep the product on its home screen."""

from flask import Flask, Response, jsonify

from elearn.config import Settings
from elearn.web.assets import asset
from elearn.web.navigation import start

_PAPER = "#f4f6f8"  # As tokens.css has it; the phone paints it before any style sheet arrives.


def init_app(app: Flask) -> None:
    settings: Settings = app.extensions["installation"].settings

    @app.get("/manifest.webmanifest")
    def manifest() -> Response:
        icon = {"src": asset("mark.svg"), "type": "image/svg+xml", "sizes": "any"}
        answer = jsonify(
            name=settings.product_name,
            short_name=settings.product_name,
            lang="vi",
            start_url=start(),
            scope="/",
            display="standalone",
            background_color=_PAPER,
            theme_color=_PAPER,
            icons=[icon, {**icon, "purpose": "maskable"}],
        )
        answer.mimetype = "application/manifest+json"
        answer.cache_control.public = True
        answer.cache_control.max_age = 24 * 3600
        return answer
