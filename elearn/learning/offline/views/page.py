"""The page of a lecture as a phone keeps it, and what belongs to it, for as long as it may."""

from collections.abc import Sequence
from dataclasses import replace

from flask import Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from elearn import clock, media
from elearn.errors import NotFound
from elearn.learning.models import OfflineLease
from elearn.learning.offline import queries
from elearn.learning.offline.rules import Carried
from elearn.learning.offline.views.copies import (
    address_of,
    film_of,
    maps_of,
    parts_of,
    standing_with,
    weight_of,
)
from elearn.learning.offline.views.door import bp
from elearn.learning.views.lecture import told_of
from elearn.learning.views.places import Places
from elearn.learning.views.terms import terms
from elearn.learning.views.weights import Weight
from elearn.text import html_of, msg
from elearn.web import db, login_required, person_id

_MISSING = msg("Bài đã tải này không có phần đó. Mở lại bài rồi xem tiếp.")


@bp.get("/leases/<token>")
@login_required
def copy(token: str) -> ResponseReturnValue:
    """Show a page that a phone keeps whole: all it names lies beside it, under the lease."""
    lease = _hers(token)
    film, carried = film_of(lease), Carried.kept(lease.weight)
    maps = maps_of(film)
    standing = standing_with(film, maps, terms().share_percent)
    weight = _weight(lease, film, carried)
    has_slides = carried.has_slides and film.slides
    return render_template(
        "learning/lecture.html",
        lease=lease,
        lecture=lease.lecture,
        body=html_of(lease.lecture.current.body),
        weights=[weight],
        chosen=weight,
        places=_places(lease, parts_of(film, carried)),
        slides=media.slides_shown(db(), film.version_id) if has_slides else [],
        **told_of(lease.lecture, film, standing, maps),
    )


@bp.get("/leases/<token>/files/<name>")
@login_required
def file(token: str, name: str) -> ResponseReturnValue:
    """Answer in place of a phone that has lost a part: a text itself, a file by its address."""
    lease = _hers(token)
    parts = parts_of(film_of(lease), Carried.kept(lease.weight))
    part = next((one for one in parts if one.name == name), None)
    if part is None:
        raise NotFound(_MISSING)
    if part.sha256:
        return redirect(address_of(lease, part, clock.now()))
    return Response(part.text, content_type=f"{part.media_type}; charset=utf-8")


def _hers(token: str) -> OfflineLease:
    return queries.running_lease_of(db(), person_id(), token, now=clock.now())


def _weight(lease: OfflineLease, film: media.Playable, carried: Carried) -> Weight:
    """Return the one way to watch that was fetched, as it plays from the phone."""
    found = weight_of(film, carried.weight)
    if found is None:
        raise NotFound(_MISSING)
    ending = "mp4" if found.media_type == "video/mp4" else "m4a"
    whole, playlist = (f"{carried.rendition}.{kind}" for kind in (ending, "m3u8"))
    return replace(found, url=_local(lease, playlist), plain_url=_local(lease, whole), opus=None)


def _places(lease: OfflineLease, parts: Sequence[media.Part]) -> Places:
    named = {one.name: _local(lease, one.name) for one in parts}
    spoken = [one for one in named if one.startswith("captions.")]
    shown = [one for one in named if one.startswith("slide-")]
    return Places(
        poster=named.get("poster.webp", ""),
        storyboard=named.get("storyboard.vtt", ""),
        captions={one.split(".")[1]: named[one] for one in spoken},
        slides=[named[one] for one in shown],
    )


def _local(lease: OfflineLease, name: str) -> str:
    return url_for("offline.file", token=lease.token, name=name)
