"""Delivery: playlists and bytes to whoever holds a permit; who may hold one was decided before."""

from flask import Response, request, send_file
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.media import captions as captioning
from elearn.media import hls, permits, queries
from elearn.media.models import Rendition
from elearn.media.permits import Permit
from elearn.media.views.door import bp
from elearn.storage import StoredFile
from elearn.web import db, here

# Bytes under a permit never change; the phone may keep them, and nothing between it and us may.
_KEEP_SECONDS = 24 * 3600


def _permit(token: str) -> Permit:
    return permits.read(here().settings.secret_key, token, now=clock.now())


@bp.get("/permits/<token>/master.m3u8")
def master(token: str) -> ResponseReturnValue:
    renditions = queries.renditions_of(db(), _permit(token).version_id)
    films = [one for one in renditions if one.height] or renditions
    highest = request.args.get("max", type=int)
    return _text(hls.master([_variant(one) for one in films], highest=highest), hls.MEDIA_TYPE)


def _variant(one: Rendition) -> hls.Variant:
    return hls.Variant(
        uri=f"{one.name}.m3u8",
        bandwidth=one.bandwidth,
        average_bandwidth=one.average_bandwidth,
        codecs=one.codecs,
        width=one.width,
        height=one.height,
    )


@bp.get("/permits/<token>/<name>.m3u8")
def playlist(token: str, name: str) -> ResponseReturnValue:
    found = queries.rendition_of(db(), _permit(token).version_id, name)
    return _text(hls.pointing_to(found.playlist, f"{name}.mp4"), hls.MEDIA_TYPE)


@bp.get("/permits/<token>/<name>.mp4")
def rendition(token: str, name: str) -> ResponseReturnValue:
    found = queries.rendition_of(db(), _permit(token).version_id, name)
    return _file(found.file, found.media_type)


@bp.get("/permits/<token>/poster.webp")
def poster(token: str) -> ResponseReturnValue:
    return _file(queries.poster_of(db(), _permit(token).version_id), "image/webp")


@bp.get("/permits/<token>/captions/<language>.vtt")
def captions(token: str, language: str) -> ResponseReturnValue:
    found = queries.caption_of(db(), _permit(token).version_id, language)
    answer = _text(found.text, captioning.MEDIA_TYPE)
    answer.cache_control.max_age = 60  # Captions are corrected now and then.
    return answer


def _text(text: str, media_type: str) -> Response:
    answer = Response(text, content_type=f"{media_type}; charset=utf-8")
    return _private(answer)


def _file(file: StoredFile, media_type: str) -> Response:
    """Answer with a file, or with the range of it that was asked for."""
    path = here().store.path(file.sha256)
    answer = send_file(path, mimetype=media_type, etag=file.sha256, conditional=True)
    return _private(answer)


def _private(answer: Response) -> Response:
    answer.cache_control.no_cache = None
    answer.cache_control.private = True
    answer.cache_control.max_age = _KEEP_SECONDS
    return answer
