"""What the centre does with a draft: has it tried again, adopts it, puts it aside."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock, learning
from elearn.access import Role
from elearn.home.ruling import service
from elearn.home.ruling.views.pages import bp
from elearn.web import actor, db, role_required


@bp.post("/drafts/<int:draft_id>/adopt")
@role_required(Role.CENTRAL)
def adopt(draft_id: int) -> ResponseReturnValue:
    shown = request.form.get("tried_at", "")
    made = service.adopt(db(), actor(), draft_id, tried_at=shown, now=clock.now())
    flash(_("Đã ghi quy tắc mới, áp dụng từ ngày %(day)s.", day=f"{made.valid_from:%d/%m/%Y}"))
    return redirect(url_for("rules.draft", draft_id=draft_id), 303)


@bp.post("/drafts/<int:draft_id>/try")
@role_required(Role.CENTRAL)
def try_again(draft_id: int) -> ResponseReturnValue:
    service.try_again(db(), draft_id, now=clock.now())
    return redirect(url_for("rules.draft", draft_id=draft_id), 303)


@bp.post("/drafts/<int:draft_id>/discard")
@role_required(Role.CENTRAL)
def discard(draft_id: int) -> ResponseReturnValue:
    learning.discard_rule(db(), actor(), draft_id, now=clock.now())
    flash(_("Đã bỏ bản thảo. Quy tắc đang dùng không thay đổi."))
    return redirect(url_for("rules.rules"), 303)
