"""The list of modules for those who write them; a new one begun, a draft given up."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.catalogue.queries import drafts
from elearn.catalogue.rules import CHOOSERS
from elearn.catalogue.service import drafting
from elearn.catalogue.views.door import bp
from elearn.web import actor, db, role_required


@bp.get("/modules")
@role_required(*CHOOSERS)
def modules() -> ResponseReturnValue:
    text = request.args.get("q", "")
    found = drafts.entries(db(), actor(), text)
    return render_template(
        "catalogue/modules.html",
        at_work=[one for one in found if one.draft],
        published=[one for one in found if not one.draft],
        may_edit=lambda draft: drafts.may_edit(actor(), draft),
        text=text,
    )


@bp.post("/modules")
@role_required(*CHOOSERS)
def begin_module() -> ResponseReturnValue:
    draft = drafting.begin(db(), actor(), now=clock.now())
    return redirect(url_for("catalogue.module", name=draft.name), 303)


@bp.post("/modules/<name>/discard")
@role_required(*CHOOSERS)
def discard_module(name: str) -> ResponseReturnValue:
    desk = drafts.desk_at(db(), actor(), name, locked=True)
    if desk.draft is not None:
        drafting.discard(db(), actor(), desk.draft, now=clock.now())
    flash(_("Đã bỏ bản nháp. Bản đã xuất bản, nếu có, vẫn giữ nguyên."))
    return redirect(url_for("catalogue.modules"), 303)
