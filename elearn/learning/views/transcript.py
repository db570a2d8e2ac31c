"""The transcript of a lecture, to read again: words alone, which cost hardly anything."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn import catalogue, media
from elearn.learning import queries
from elearn.learning.views.door import bp
from elearn.learning.views.films import newest_of, watched
from elearn.learning.views.terms import terms
from elearn.web import db, login_required, person_id


@bp.get("/lectures/<code>/transcript")
@login_required
def transcript(code: str) -> ResponseReturnValue:
    shown = catalogue.lecture_by_code(db(), code)
    newest = newest_of(shown)
    film = _watched(newest) if newest else None
    spoken = film.captions if film else ()
    asked = request.args.get("spoken")  # ?language= chooses that of the page.
    chosen = next((one for one in spoken if one.language == asked), next(iter(spoken), None))
    return render_template(
        "learning/transcript.html",
        lecture=shown,
        spoken=spoken,
        chosen=chosen,
        cues=media.transcript_of(db(), film, chosen.language) if film and chosen else [],
    )


def _watched(newest: media.Playable) -> media.Playable:
    """Return the version that she watches: its words stand at its moments."""
    maps = queries.maps_of(db(), person_id(), [newest.medium_id]).get(newest.medium_id, ())
    return watched(newest, queries.standing_with(maps, newest, share_percent=terms().share_percent))
