"""The leader's screen: the player of the lecture, and beside it who is present."""

from collections.abc import Sequence
from typing import Any

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from elearn import clock, media
from elearn.learning import WatchMap
from elearn.learning import queries as learning
from elearn.learning.rules import Standing
from elearn.learning.viewings import queries
from elearn.learning.viewings.models import SharedViewing
from elearn.learning.viewings.views.door import bp
from elearn.learning.views.lecture import told_of
from elearn.learning.views.places import permit_for, places_under
from elearn.learning.views.terms import terms
from elearn.learning.views.weights import chosen, lightest, weights_of
from elearn.text import html_of
from elearn.web import actor, db, here, login_required, person_id


@bp.get("/viewings/<token>")
@login_required
def viewing(token: str) -> ResponseReturnValue:
    shown = queries.viewing_seen_by(db(), actor(), token)
    newest = media.playables(db(), [shown.lecture.medium_id or 0]).get(shown.lecture.medium_id or 0)
    is_over = shown.ended_at is not None or not queries.may_lead(db(), actor(), shown)
    if is_over or newest is None or newest.version_id != shown.medium_version_id:
        return redirect(url_for("viewings.result", token=token), 303)
    return _screen(shown, newest)


def _screen(shown: SharedViewing, film: media.Playable) -> str:
    maps = learning.maps_of(db(), person_id(), [film.medium_id]).get(film.medium_id, ())
    share = terms().share_percent
    stand = learning.standing_with(maps, film, share_percent=share, newest=True)
    permit = permit_for(film, person_id(), clock.now())
    key = here().settings.secret_key
    token = media.permit(key, film.version_id, person_id(), until=permit.until)
    slides = media.slides_shown(db(), film.version_id) if film.slides else []
    weights = weights_of(film, token)
    opened_on = clock.day_of(shown.opened_at)
    return render_template(
        "learning/viewings/viewing.html",
        viewing=shown,
        rule=shown.rule,
        roster=queries.roster_of(db(), shown, opened_on),
        present=queries.present_last(db(), shown),
        lecture=shown.lecture,
        body=html_of(shown.lecture.current.body),
        weights=weights,
        chosen=chosen(film, weights),
        light=lightest(film, weights),
        slides=slides,
        places=places_under(permit, token, film, slides),
        **_told(shown, film, stand.standing, maps),
    )


def _told(
    shown: SharedViewing, film: media.Playable, standing: Standing, maps: Sequence[WatchMap]
) -> dict[str, Any]:
    """Return what is told of the film; where the leader left off alone, others do not begin."""
    told = told_of(shown.lecture, film, standing, maps)
    return told if queries.led(db(), shown) else told | {"begin": 0}
