"""What somebody without an account sees by a link: the film, its captions, its slides.

Nothing of what she watches is kept; that she opened it is noted once an hour.
"""

from flask import Response, make_response, render_template, request
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.errors import NotFound
from elearn.media import captions as captioning
from elearn.media import permits, previews, queries, rules, service
from elearn.media.models import MediumVersion, Preview, Rendition
from elearn.media.rules.previews import files_until
from elearn.media.views.door import bp
from elearn.text import msg
from elearn.web import actor, db, here

#: Stands in a permit for whoever holds a link: no person has it.
NOBODY = 0


@bp.get("/previews/<word>")
def preview(word: str) -> ResponseReturnValue:
    preview_id = previews.read(here().settings.secret_key, word)
    shown = queries.open_preview(db(), preview_id, now=clock.now())
    page = _page(shown)
    _note_opened(preview_id)
    return page


def _page(shown: Preview) -> Response:
    key, until = here().settings.secret_key, files_until(clock.now(), shown.expires_at)
    token = permits.permit(key, shown.version_id, NOBODY, until=until)
    answer = make_response(film_page(shown.version, token, shown))
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def film_page(version: MediumVersion, token: str, preview: Preview | None = None) -> str:
    """Return a film with its captions and slides, alone on its page."""
    weights = [one for one in version.renditions if one.name != rules.OPUS]
    if not weights:
        raise NotFound(msg("Video chưa sẵn sàng nên chưa xem được."))
    return render_template(
        "media/preview.html",
        preview=preview,
        version=version,
        weights=weights,
        chosen=_chosen(weights),
        token=token,
        slides=queries.slides_shown(db(), version.id),
        transcript=_transcript(version),
        alone=True,
    )


def _chosen(weights: list[Rendition]) -> Rendition:
    """Return the weight asked for, or the lightest with a picture: nobody pays more unasked."""
    asked = [one for one in weights if one.name == request.args.get("weight")]
    films = [one for one in weights if one.height]
    return (asked or films[-1:] or weights)[0]


def _transcript(version: MediumVersion) -> tuple[captioning.Cue, ...]:
    return captioning.read(version.captions[0].text).cues if version.captions else ()


def _note_opened(preview_id: int) -> None:
    """Note the opening in a short transaction of its own, for a page that reads may not write."""
    db().rollback()
    with here().database.writing() as short:
        service.note_opened(short, actor(), preview_id, now=clock.now())
