"""How much a request may carry: little, except to the pages that take files.

The token of a form stands in its body. So a body is read before it is known who sends it, and
nobody unknown shall make the server read gigabytes.
"""

from flask import Flask, request

SMALL_BYTES = 2_000_000
TAKING_FILES = {"media.take", "media.renew"}


def _limit() -> None:
    if request.endpoint not in TAKING_FILES:
        request.max_content_length = request.max_form_memory_size = SMALL_BYTES


def init_app(app: Flask) -> None:
    app.before_request(_limit)
