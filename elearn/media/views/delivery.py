"""Delivery: playlists and other texts to whoever holds a permit, and where its files are fetched.

Who may hold a permit was decided before. The bytes themselves go out by `elearn.media.serving` or
by the web server in front, without a question to the database.
"""

from flask import Response, request
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.media import addresses, hls, permits, queries
from elearn.media import captions as captioning
from elearn.media.models import Rendition
from elearn.media.permits import Permit
from elearn.media.rules import storyboards
from elearn.media.views.door import bp, file_under
from elearn.storage import StoredFile
from elearn.web import db, here

# A text under a permit never changes; the phone may keep it, and nothing between it and us may.
_KEEP_SECONDS = 24 * 3600
_CORRECTED_SECONDS = 60  # Captions are corrected now and then.


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
    address = file_under(token, found.file.sha256, _file_name(found))
    return _text(hls.pointing_to(found.playlist, address), hls.MEDIA_TYPE)


@bp.get("/permits/<token>/<name>.mp4")
def rendition(token: str, name: str) -> ResponseReturnValue:
    found = queries.rendition_of(db(), _permit(token).version_id, name)
    return _file(token, found.file, _file_name(found))


@bp.get("/permits/<token>/poster.webp")
def poster(token: str) -> ResponseReturnValue:
    return _file(token, queries.poster_of(db(), _permit(token).version_id), "poster.webp")


@bp.get("/permits/<token>/captions/<language>.vtt")
def captions(token: str, language: str) -> ResponseReturnValue:
    found = queries.caption_of(db(), _permit(token).version_id, language)
    answer = _text(found.text, captioning.MEDIA_TYPE)
    answer.cache_control.max_age = _CORRECTED_SECONDS
    return answer


@bp.get("/permits/<token>/storyboard.vtt")
def storyboard(token: str) -> ResponseReturnValue:
    found, duration_ms = queries.storyboard_of(db(), _permit(token).version_id)
    address = file_under(token, found.file.sha256, "storyboard.webp")
    text = storyboards.webvtt(found.sheet, address, duration_ms)
    return _text(text, captioning.MEDIA_TYPE)


def _file_name(found: Rendition) -> str:
    """Return what a rendition is called in its address: the ending tells its kind."""
    return addresses.named(found.name, found.media_type)


def _text(text: str, media_type: str) -> Response:
    answer = Response(text, content_type=f"{media_type}; charset=utf-8")
    return _private(answer)


def _file(token: str, file: StoredFile, name: str) -> Response:
    """Send on to where the file is fetched, range by range, with nobody asked anew."""
    answer = Response(status=302)
    answer.location = file_under(token, file.sha256, name)
    return _private(answer)


def _private(answer: Response) -> Response:
    answer.cache_control.no_cache = None
    answer.cache_control.private = True
    answer.cache_control.max_age = _KEEP_SECONDS
    return answer
