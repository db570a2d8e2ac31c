"""What every answer says about itself to the browser."""

from flask import Flask, Response, request

_RULES = (
    "default-src 'self'",
    "img-src 'self' data:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",  # hls.js runs its demuxer in a worker made from a blob.
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)
_HEADERS = {
    "Content-Security-Policy": "; ".join(_RULES),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
#: Answers that only scripts of ours read, many a minute: no page stands in them.
TERSE = {"learning.watching", "learning.reports", "offline.envelopes"}
_TERSE_HEADERS = {"X-Content-Type-Options": "nosniff"}
#: Pages that stand within another page of ours, as narrow as a telephone.
FRAMED = {"catalogue.module_phone", "media.phone"}
_FRAMED_POLICY = "; ".join(_RULES).replace("frame-ancestors 'none'", "frame-ancestors 'self'")


def _add(response: Response) -> Response:
    is_told = request.endpoint in TERSE and response.is_json
    response.headers.update(_TERSE_HEADERS if is_told else _HEADERS)
    if request.endpoint in FRAMED:
        response.headers["Content-Security-Policy"] = _FRAMED_POLICY
    if request.endpoint != "static" and "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"  # One phone serves several people.
    return response


def init_app(app: Flask) -> None:
    app.after_request(_add)
