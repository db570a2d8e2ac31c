"""What every answer of the protocol has, and what every request must."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec
from uuid import uuid4

from flask import Response, current_app, make_response, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.http import http_date

from elearn.media.models import FileUpload
from elearn.media.rules import MAKERS
from elearn.media.rules.uploading import (
    ALGORITHMS,
    BeingWritten,
    Expired,
    Misunderstood,
    NoRoom,
    TooMuch,
    UploadRefusal,
    WrongPlace,
    WrongSum,
)
from elearn.media.views.door import bp
from elearn.web import here, role_required
from elearn.web.sign_in import csrf

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,termination,checksum,expiration"
BYTES = "application/offset+octet-stream"
_STATUS: dict[type[UploadRefusal], int] = {
    Misunderstood: 400,
    WrongPlace: 409,
    Expired: 410,
    TooMuch: 413,
    BeingWritten: 423,
    WrongSum: 460,
    NoRoom: 507,
}
_MEGABYTE = 1_000_000

P = ParamSpec("P")


def speaks_tus(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Let only makers in who speak our version; nothing of a body is read before.

    The token of a form stands in a header here: it is tested after the sender was let in, since
    otherwise a body could be taken for a form and read first, from anybody.
    """

    @csrf.exempt  # type: ignore[untyped-decorator]  # flask-wtf has no types
    @role_required(*MAKERS)
    @wraps(view)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if request.headers.get("Tus-Resumable") != VERSION:
            return Response(status=412, headers={"Tus-Version": VERSION})
        if request.content_length != 0 and request.mimetype not in ("", BYTES):
            return Response(status=415)
        if current_app.config["WTF_CSRF_ENABLED"]:
            csrf.protect()
        return view(*args, **kwargs)

    guarded: Callable[P, ResponseReturnValue] = spoken
    return guarded


def offer() -> ResponseReturnValue:
    """Tell what this server can do."""
    return Response(
        status=204,
        headers={
            "Tus-Version": VERSION,
            "Tus-Extension": EXTENSIONS,
            "Tus-Max-Size": str(here().settings.upload_limit_mb * _MEGABYTE),
            "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
        },
    )


def facts_of(upload: FileUpload) -> dict[str, str]:
    """Return what is told of an upload in headers, in each answer about it."""
    told = {"Upload-Offset": str(upload.received)}
    if upload.is_open:
        told["Upload-Expires"] = http_date(upload.expires_at)
    return told


def writer() -> str:
    """Return a name for this request, by which it holds the pen."""
    return uuid4().hex[:16]


@bp.errorhandler(UploadRefusal)
def _refuse(refusal: UploadRefusal) -> ResponseReturnValue:
    return make_response({"text": refusal.message.told(gettext)}, _STATUS[type(refusal)])


@bp.after_request
def _say_version(response: Response) -> Response:
    if (request.endpoint or "").startswith("media.tus_"):
        response.headers["Tus-Resumable"] = VERSION
        response.headers["Cache-Control"] = "no-store"
    return response
