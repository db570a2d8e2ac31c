"""A whole module to be fetched to a phone: /modules/<code>/download."""

from collections.abc import Mapping
from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from elearn import clock, media
from elearn.catalogue import Lecture
from elearn.learning.offline.queries import module_to_fetch
from elearn.learning.offline.rules import Way, nearest, ways_among
from elearn.learning.offline.views.door import bp
from elearn.learning.rules import Form
from elearn.learning.views.weights import Weight, as_fetched, weights_of
from elearn.web import db, login_required


@bp.get("/modules/<code>/download")
@login_required
def download(code: str) -> ResponseReturnValue:
    title, lectures = module_to_fetch(db(), code)
    films = media.playables(db(), [one.medium_id for one in lectures if one.medium_id])
    beside = media.carried_beside(db(), [one.version_id for one in films.values()])
    weights = {
        key: as_fetched(_weights(film), beside[film.version_id]) for key, film in films.items()
    }
    ways = {key: [_way(one) for one in has] for key, has in weights.items()}
    titles = {one.name: one.title for has in weights.values() for one in has}
    wanted = [(way, titles[way.name]) for way in ways_among(ways.values())]
    return render_template(
        "offline/download.html",
        title=title,
        wanted=wanted,
        lectures=[(one, _offers(one, ways, weights, wanted)) for one in lectures],
    )


def _weights(film: media.Playable) -> list[Weight]:
    """Return the ways to watch a film; they play from nowhere here."""
    return weights_of(film, media.permit("", film.version_id, 0, until=clock.now()))


def _way(weight: Weight) -> Way:
    height = int(weight.name.removesuffix("p")) if weight.form is Form.VIDEO else 0
    return Way(weight.name, weight.form, height, weight.size)


def _offers(
    lecture: Lecture,
    ways: Mapping[int, list[Way]],
    weights: Mapping[int, list[Weight]],
    wanted: list[tuple[Way, Any]],
) -> dict[str, list[Any]]:
    """Return by each wanted way what the lecture is fetched in: its name, bytes, bytes by Opus."""
    key = lecture.medium_id or 0
    if not ways.get(key):
        return {}
    by_name = {one.name: one for one in weights[key]}
    chosen = {way.name: by_name[nearest(ways[key], way).name] for way, _ in wanted}
    return {
        name: [one.name, one.size, one.opus.size if one.opus else one.size]
        for name, one in chosen.items()
    }
