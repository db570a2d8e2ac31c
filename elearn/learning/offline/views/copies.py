"""A copy as its phone is told of it: what to fetch, from where, and what may be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import request, url_for

from elearn import clock, media, web
from elearn.learning import queries, reporting
from elearn.learning.models import OfflineLease, WatchMap
from elearn.learning.offline import sealing
from elearn.learning.offline.rules import Carried
from elearn.learning.rules import Standing
from elearn.learning.views.weights import Weight, weights_of
from elearn.web import db, here, person_id

_ADDRESSES_LAST = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Copy:
    """What a lease is for: the film, one way to watch it, and where she stands with it."""

    lease: OfflineLease
    film: media.Playable
    weight: Weight
    parts: list[media.Part]
    standing: Standing


def film_of(lease: OfflineLease) -> media.Playable:
    return media.playable_version(db(), lease.medium_version_id)


def permit_until(now: datetime) -> datetime:
    """Return until when files may be fetched: the same for an hour, so that addresses stay."""
    return now.replace(minute=0, second=0, microsecond=0) + _ADDRESSES_LAST


def weight_of(film: media.Playable, name: str) -> Weight | None:
    """Return a way to watch by its name, if the film has it; it plays from nowhere yet."""
    token = media.permit("", film.version_id, 0, until=clock.now())
    return next((one for one in weights_of(film, token) if one.name == name), None)


def told(copy: Copy, *, now: datetime) -> dict[str, Any]:
    """Return all that a phone keeps of a lease but its key."""
    lease, standing = copy.lease, copy.standing
    return {
        "lease": lease.token,
        "server": sealing.server_of(here().settings.secret_key),
        "host": request.host,
        "person": lease.person_id,
        "lecture": lease.lecture.code,
        "title": lease.lecture.title,
        "film": lease.medium_version_id,
        "length": standing.length,
        "form": copy.weight.form,
        "weight": copy.weight.name,
        "weight_title": web.told(copy.weight.title),
        "size": lease.size_bytes,
        "issued": reporting.milliseconds(lease.issued_at),
        "expires": reporting.milliseconds(lease.expires_at),
        "now": reporting.milliseconds(now),
        "held": list(standing.held.ranges()),
        "position": standing.position,
        "lacking": standing.lacking,
        "page": url_for("offline.copy", token=lease.token),
        "parts": [_part(lease, one, now) for one in copy.parts],
    }


def address_of(lease: OfflineLease, part: media.Part, now: datetime) -> str:
    """Return where a part is fetched: a file by its signed address, a text from us."""
    if not part.sha256:
        return url_for("offline.file", token=lease.token, name=part.name)
    permit = media.Permit(lease.medium_version_id, person_id(), permit_until(now))
    return media.file_address(here().settings.secret_key, permit, part.sha256, part.name)


def parts_of(film: media.Playable, carried: Carried) -> list[media.Part]:
    return media.parts_of(db(), film.version_id, carried.rendition, with_slides=carried.has_slides)


def maps_of(film: media.Playable) -> Sequence[WatchMap]:
    return queries.maps_of(db(), person_id(), [film.medium_id]).get(film.medium_id, ())


def standing_with(film: media.Playable, maps: Sequence[WatchMap], share_percent: int) -> Standing:
    """Return where she stands with the very version that was leased, whatever is played now."""
    shown = media.playable_of(db(), film.medium_id)
    is_newest = shown.version_id == film.version_id
    stand = queries.standing_with(maps, shown, share_percent=share_percent, newest=is_newest)
    if stand.version_id != film.version_id:
        stand = queries.standing_with(maps, film, share_percent=share_percent, newest=True)
    return stand.standing


def _part(lease: OfflineLease, one: media.Part, now: datetime) -> dict[str, Any]:
    address = address_of(lease, one, now)
    return {"name": one.name, "url": address, "size": one.size, "type": one.media_type}
