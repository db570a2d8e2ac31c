"""Uploads begun, perhaps with their first bytes."""

from datetime import timedelta

from flask import Response, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from elearn import clock
from elearn.errors import NotFound
from elearn.media.models import FileUpload
from elearn.media.rules.uploading import (
    GIGABYTE,
    Limits,
    NoRoom,
    read_checksum,
    read_metadata,
    read_number,
)
from elearn.media.service import uploading
from elearn.media.service.uploading import Asked, Claim, Pen
from elearn.media.views.door import bp
from elearn.media.views.tus.protocol import BYTES, facts_of, offer, speaks_tus, writer
from elearn.media.views.tus.receiving import Receiving
from elearn.storage import enough_room
from elearn.text import msg
from elearn.web import actor, here
from elearn.web.addresses import LARGEST_KEY

_NO_ROOM = msg("Máy chủ sắp hết chỗ nên chưa nhận được tệp. Hãy báo người quản trị.")
_COPIES = 3  # The pieces, the file put together for the tests, and the one that is kept.

bp.add_url_rule(
    "/uploads", "tus_offer", offer, methods=["OPTIONS"], provide_automatic_options=False
)


@bp.post("/uploads", provide_automatic_options=False)
@speaks_tus
def tus_create() -> ResponseReturnValue:
    asked, checksum = _asked(), read_checksum(request.headers.get("Upload-Checksum"))
    with here().database.writing() as db:
        upload = uploading.begin_upload(db, actor(), asked, limits=_limits(), now=clock.now())
        # Only now: what is too large is refused however much room there is.
        if not enough_room(here().settings.temporary, _COPIES * asked.length):
            raise NoRoom(_NO_ROOM)
        pen = _pen(db, upload) if request.mimetype == BYTES else None
    told = {"Location": url_for("media.tus_ask", token=upload.token), **facts_of(upload)}
    if pen:
        receiving = Receiving(here().database, here().store, pen, 0, checksum)
        told["Upload-Offset"] = str(receiving.take(request.stream))
    return Response(status=201, headers=told)


def _pen(db: Session, upload: FileUpload) -> Pen:
    """Take the pen of an upload that is begun with it: with more bytes than it has, neither is."""
    claim = Claim(writer(), 0, request.content_length)
    person, token = upload.person_id, upload.token
    return uploading.take_pen(db, person, token, claim, keeps=keeps(), now=clock.now())


def keeps() -> timedelta:
    """Return how long an upload waits for its next bytes."""
    return timedelta(days=here().settings.upload_keep_days)


def _limits() -> Limits:
    chosen = here().settings
    return Limits(
        chosen.upload_limit_mb * 1_000_000,
        chosen.upload_person_gb * GIGABYTE,
        chosen.upload_total_gb * GIGABYTE,
        keeps(),
    )


def _asked() -> Asked:
    """Read what is to be begun.

    :raise Misunderstood: if its length or what is told of it cannot be read.
    """
    told = request.headers.get("Upload-Metadata", "")
    facts = read_metadata(told)
    medium = facts.get("medium", "")
    return Asked(
        length=read_number("Upload-Length", request.headers.get("Upload-Length")),
        told=told,
        title=facts.get("title", ""),
        file_name=facts.get("filename", ""),
        fingerprint=facts.get("fingerprint", ""),
        medium_id=_medium(medium) if medium else None,
    )


def _medium(text: str) -> int:
    """Return the key of the medium an upload is for.

    :raise Misunderstood: if it is no number.
    :raise NotFound: if no medium can have it.
    """
    number = read_number("Upload-Metadata", text)
    if number > LARGEST_KEY:
        raise NotFound(msg("Không có tệp video số %(number)s.", number=number))
    return number
