"""A draft as learners will see it, what it still lacks, and the button that publishes it."""

from datetime import timedelta

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock, media
from elearn.catalogue.queries import drafts
from elearn.catalogue.queries.drafts import Desk, ShownLecture
from elearn.catalogue.rules import CHOOSERS
from elearn.catalogue.service import drafting
from elearn.catalogue.service.drafting import Previewed
from elearn.catalogue.views.door import bp
from elearn.errors import Conflict, InvalidInput, Refusal
from elearn.media import Playable
from elearn.text import html_of
from elearn.web import actor, db, here, person_id, role_required

PERMIT_LASTS = timedelta(hours=2)


@bp.get("/modules/<name>/preview")
@role_required(*CHOOSERS)
def module_preview(name: str) -> ResponseReturnValue:
    return _page(drafts.desk_at(db(), actor(), name))


@bp.get("/modules/<name>/preview/phone")
@role_required(*CHOOSERS)
def module_phone(name: str) -> ResponseReturnValue:
    """Show the page alone, as narrow as its frame or its telephone is."""
    desk = drafts.desk_at(db(), actor(), name)
    content = drafts.content_at(db(), desk)
    shown = drafts.shown_lectures(db(), content)
    films = _films(shown)
    return render_template(
        "catalogue/module_phone.html",
        content=content,
        lectures=shown,
        bodies={one.key: html_of(one.body) for one in shown},
        films=films,
        permits={key: _permit(film) for key, film in films.items()},
    )


@bp.post("/modules/<name>/publish")
@role_required(*CHOOSERS)
def publish_module(name: str) -> ResponseReturnValue:
    desk = drafts.desk_at(db(), actor(), name, locked=True)
    seen = Previewed(
        request.form.get("revision", 0, type=int), request.form.get("number", 0, type=int)
    )
    before = desk.number
    try:
        version = drafting.publish(db(), actor(), desk, seen, now=clock.now())
    except (Conflict, InvalidInput) as refusal:
        return _page(desk, refusal), 409 if isinstance(refusal, Conflict) else 422
    if version.number == before:
        flash(_("Chuyên đề không đổi, vẫn là phiên bản %(number)s.", number=before))
    else:
        words = _("Đã xuất bản “%(title)s”, phiên bản %(number)s.")
        flash(words % {"title": version.title, "number": version.number})
    return redirect(url_for("catalogue.modules"), 303)


def _page(desk: Desk, refusal: Refusal | None = None) -> str:
    content = drafts.content_at(db(), desk)
    shown = drafts.shown_lectures(db(), content)
    films = _films(shown)
    return render_template(
        "catalogue/module_preview.html",
        desk=desk,
        content=content,
        lectures=shown,
        waiting=[one for one in shown if one.medium_id not in films],
        flaws=drafting.flaws_of(db(), content) if desk.draft else (),
        refusal=refusal if isinstance(refusal, Conflict) else None,
    )


def _films(shown: list[ShownLecture]) -> dict[int, Playable]:
    return media.playables(db(), [one.medium_id for one in shown if one.medium_id])


def _permit(film: Playable) -> str:
    until = clock.now() + PERMIT_LASTS
    return media.permit(here().settings.secret_key, film.version_id, person_id(), until=until)
