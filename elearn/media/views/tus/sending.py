"""Bytes that follow, and uploads taken back."""

from flask import Response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import MethodNotAllowed

from elearn import clock
from elearn.media.queries.uploads import upload_of
from elearn.media.rules.uploading import read_checksum, read_number
from elearn.media.service import uploading
from elearn.media.service.uploading import Claim
from elearn.media.views.door import bp
from elearn.media.views.tus.creating import keeps
from elearn.media.views.tus.protocol import BYTES, facts_of, speaks_tus, writer
from elearn.media.views.tus.receiving import Receiving
from elearn.web import actor, here, person_id

_ADDRESS = "/uploads/<token>"


@bp.patch(_ADDRESS, provide_automatic_options=False)
@speaks_tus
def tus_send(token: str) -> ResponseReturnValue:
    return _send(token)


@bp.delete(_ADDRESS, provide_automatic_options=False)
@speaks_tus
def tus_remove(token: str) -> ResponseReturnValue:
    return _remove(token)


@bp.post(_ADDRESS, provide_automatic_options=False)
@speaks_tus
def tus_instead(token: str) -> ResponseReturnValue:
    """Do what a header asks for, for those whose lines let only GET and POST through."""
    wanted = request.headers.get("X-HTTP-Method-Override", "").upper()
    if wanted not in _INSTEAD:
        raise MethodNotAllowed(valid_methods=["HEAD", "PATCH", "DELETE", "OPTIONS"])
    return _INSTEAD[wanted](token)


def _send(token: str) -> ResponseReturnValue:
    if request.mimetype != BYTES:
        return Response(status=415)
    place = read_number("Upload-Offset", request.headers.get("Upload-Offset"))
    checksum = read_checksum(request.headers.get("Upload-Checksum"))
    claim = Claim(writer(), place, request.content_length)
    with here().database.writing() as db:
        pen = uploading.take_pen(db, person_id(), token, claim, keeps=keeps(), now=clock.now())
    Receiving(here().database, here().store, pen, place, checksum).take(request.stream)
    with here().database.reading() as db:
        facts = facts_of(upload_of(db, person_id(), token, now=clock.now()))
    return Response(status=204, headers=facts)


def _remove(token: str) -> ResponseReturnValue:
    with here().database.writing() as db:
        uploading.remove_upload(db, actor(), token, now=clock.now())
    return Response(status=204)


_INSTEAD = {"PATCH": _send, "DELETE": _remove}
