"""The page on which a module is written, and what its script asks for."""

from typing import Any

from flask import redirect as sent_to
from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.catalogue.queries import drafts
from elearn.catalogue.queries.drafts import Desk
from elearn.catalogue.rules import CHOOSERS
from elearn.catalogue.rules.draft import LONGEST_BODY, DraftContent
from elearn.catalogue.service import drafting
from elearn.catalogue.service.drafting import Writing
from elearn.catalogue.views import acts, sent
from elearn.catalogue.views.door import bp
from elearn.errors import Conflict, InvalidInput, Refusal
from elearn.text import html_of
from elearn.web import actor, db, role_required, told
from elearn.web.i18n import hour


@bp.get("/modules/<name>/edit")
@role_required(*CHOOSERS)
def module(name: str) -> ResponseReturnValue:
    desk = drafts.desk_at(db(), actor(), name)
    return _page(desk, drafts.content_at(db(), desk))


@bp.post("/modules/<name>/edit")
@role_required(*CHOOSERS)
def write_module(name: str) -> ResponseReturnValue:
    """Save what the form says, after doing to it what its button says."""
    desk = drafts.desk_at(db(), actor(), name, locked=True)
    writing = sent.writing_in(sent.form())
    act = acts.act_in(request.form.get("do", ""))
    content = act.done(db(), writing.content)
    try:
        _save(desk, Writing(content, writing.seen, writing.writer))
    except (Conflict, InvalidInput) as refusal:
        return _page(desk, content, refusal), 409 if isinstance(refusal, Conflict) else 422
    return sent_to(act.address(name, content, request.form), 303)


@bp.put("/modules/<name>/draft")
@role_required(*CHOOSERS)
def autosave_module(name: str) -> ResponseReturnValue:
    """Save what the script sends; another window's newer words are told of, not undone."""
    desk = drafts.desk_at(db(), actor(), name, locked=True)
    try:
        return _save(desk, sent.writing_in(sent.entries()))
    except Conflict as refusal:
        return {"text": told(refusal.message), **_state(desk)}, 409
    except InvalidInput as refusal:
        return {"text": " ".join(dict.fromkeys(map(told, refusal.fields.values())))}, 422


def _save(desk: Desk, writing: Writing) -> dict[str, Any]:
    saved = drafting.save(db(), actor(), desk, writing, now=clock.now())
    return _state(Desk(desk.module, desk.version, saved))


def _state(desk: Desk) -> dict[str, Any]:
    """Return how the draft stands; without one its revision is 0."""
    draft = desk.draft
    at = hour(draft.saved_at) if draft else ""
    return {"revision": desk.revision, "at": at, "by": draft.saved_by.full_name if draft else ""}


@bp.post("/modules/markdown")
@role_required(*CHOOSERS)
def markdown() -> ResponseReturnValue:
    """Return Markdown as learners will see it; nothing is kept."""
    return {"html": html_of(request.form.get("source", "")[:LONGEST_BODY])}


def _page(desk: Desk, content: DraftContent, refusal: Refusal | None = None) -> str:
    query, films = request.args.get("q"), request.args.get("films", "")
    found = drafts.lectures_named(db(), query, apart_from=content.codes) if query else []
    return render_template(
        "catalogue/module_editor.html",
        desk=desk,
        content=content,
        refusal=refusal,
        lectures=drafts.lectures_by_code(db(), content.codes),
        films=drafts.film_choices(db(), actor(), text=films, chosen=content.media),
        groups=drafts.group_choices(db()),
        query=query,
        film_query=films,
        found=found,
        open_key=request.args.get("open", ""),
        spare_key=drafting.new_key(),
        uses=drafts.uses_of(db(), content.codes),
        back=url_for("catalogue.module", name=desk.name),
    )
