"""The page of one lecture."""

from collections.abc import Sequence
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn import catalogue, clock, media
from elearn.learning import queries
from elearn.learning.models import WatchMap
from elearn.learning.queries.following import next_lecture
from elearn.learning.rules import LectureProgress, Standing
from elearn.learning.views.asking import asked_under
from elearn.learning.views.bookmarks import bookmarks_beside
from elearn.learning.views.door import bp
from elearn.learning.views.films import newest_of, watched
from elearn.learning.views.places import permit_for, places_under
from elearn.learning.views.renewing import renewal_of
from elearn.learning.views.terms import terms
from elearn.learning.views.weights import as_fetched, chosen, lightest, weights_of
from elearn.text import html_of
from elearn.web import db, here, login_required, person_id

NEAR_THE_END = 3  # Seconds.


@bp.get("/lectures/<code>")
@login_required
def lecture(code: str) -> ResponseReturnValue:
    shown = catalogue.lecture_by_code(db(), code)
    newest = newest_of(shown)
    page = {"lecture": shown, "body": html_of(shown.current.body)}
    if newest is None:
        return render_template("learning/not_ready.html", **page)
    maps = queries.maps_of(db(), person_id(), [newest.medium_id]).get(newest.medium_id, ())
    stand = _stand(newest, maps)
    film = watched(newest, stand)
    permit = permit_for(film, person_id(), clock.now())
    key = here().settings.secret_key
    token = media.permit(key, film.version_id, person_id(), until=permit.until)
    slides = media.slides_shown(db(), film.version_id) if film.slides else []
    weights = weights_of(film, token)
    return render_template(
        "learning/lecture.html",
        **page,
        renewal=renewal_of(newest, stand, [one.medium_version_id for one in maps if one.seconds]),
        weights=weights,
        fetched=as_fetched(weights, media.carried_beside(db(), [film.version_id])[film.version_id]),
        chosen=chosen(film, weights),
        light=lightest(film, weights),
        slides=slides,
        places=places_under(permit, token, film, slides),
        **told_of(shown, film, stand.standing, maps),
        **bookmarks_beside(film, newest),
        **asked_under(shown, film),
    )


def told_of(
    shown: catalogue.Lecture, film: media.Playable, standing: Standing, maps: Sequence[WatchMap]
) -> dict[str, Any]:
    """Return what any page of a lecture tells of its film and of where she stands."""
    return {
        "film": film,
        **_standing(film, standing, maps),
        "interval": terms().interval,
        "next_lecture": _next(shown),
        "chapters": media.chapters_of(db(), film.version_id),
        "transcript": media.transcript_of(db(), film),
    }


def _next(shown: catalogue.Lecture) -> LectureProgress | None:
    share = terms().share_percent
    return next_lecture(db(), person_id(), shown, share_percent=share)


def _stand(newest: media.Playable, maps: Sequence[WatchMap]) -> queries.Stand:
    """Return how she watches it: the version she began, unless she asks for the new one."""
    asks_for_new, share = request.args.get("version") == "new", terms().share_percent
    return queries.standing_with(maps, newest, share_percent=share, newest=asks_for_new)


def _standing(film: media.Playable, standing: Standing, maps: Sequence[WatchMap]) -> dict[str, Any]:
    last = queries.last_change(maps)
    asked = _second_asked(film)
    return {
        "standing": standing,
        "kept_at": last.changed_at if last else None,
        "begin": _resumed(standing) if asked is None else asked,
        "is_from": asked is not None,
    }


def _resumed(standing: Standing) -> int:
    """Return the second to go on from; who was at the end begins again."""
    return standing.position if standing.position < standing.length - NEAR_THE_END else 0


def _second_asked(film: media.Playable) -> int | None:
    """Return the second that a link into the film names: `?t=605`."""
    second = request.args.get("t", type=int)
    return second if second is not None and 0 <= second < film.seconds else None
