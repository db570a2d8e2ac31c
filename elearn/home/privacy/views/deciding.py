"""The requests that wait, and the answer of the centre."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import InputRequired

from elearn import clock
from elearn.access import Role
from elearn.errors import InvalidInput
from elearn.home.privacy import queries, service
from elearn.home.privacy.gathering import held_about
from elearn.home.privacy.models import STATE_NAMES, ErasureRequest, ErasureState
from elearn.home.privacy.views.door import bp
from elearn.web import Form, actor, at_most, db, here, role_required, told

_MOST = at_most(500)


class RefusalForm(Form):
    """Why nothing is erased; she reads it."""

    reason = StringField(_l("Lý do không xóa"), [InputRequired(_l("Ghi lý do.")), _MOST])


class NameForm(Form):
    """Her name, typed again by whoever erases it."""

    full_name = StringField(
        _l("Gõ lại họ và tên của người này"), [InputRequired(_l("Gõ lại họ và tên.")), _MOST]
    )


@bp.get("/erasures")
@role_required(Role.CENTRAL)
def erasures() -> ResponseReturnValue:
    after = request.args.get("after", type=int)
    page = queries.request_page(db(), actor(), after=after)
    return render_template("home/privacy_erasures.html", page=page, after=after)


@bp.get("/erasures/<int:request_id>")
@role_required(Role.CENTRAL)
def erasure(request_id: int) -> ResponseReturnValue:
    return _page(_seen(request_id), RefusalForm(), NameForm())


@bp.post("/erasures/<int:request_id>/refuse")
@role_required(Role.CENTRAL)
def refuse(request_id: int) -> ResponseReturnValue:
    found, form = _seen(request_id), RefusalForm()
    if not form.validate():
        return _page(found, form, NameForm()), 422
    service.refuse(db(), actor(), found.id, form.reason.data or "", now=clock.now())
    flash(_("Đã trả lời là không xóa. Người đề nghị đọc được lý do."))
    return redirect(url_for("privacy.erasures"), 303)


@bp.post("/erasures/<int:request_id>/forget")
@role_required(Role.CENTRAL)
def forget(request_id: int) -> ResponseReturnValue:
    found, form = _seen(request_id), NameForm()
    certain = service.Certainty(form.full_name.data or "", here().settings.secret_key)
    try:
        service.forget_asked(db(), actor(), found.id, certain, now=clock.now())
    except InvalidInput as refused:
        form.full_name.errors = [told(flaw) for flaw in refused.fields.values()]
        return _page(found, RefusalForm(), form), 422
    flash(_("Đã xóa dữ liệu cá nhân. Việc này ghi trong nhật ký."))
    return redirect(url_for("privacy.erasures"), 303)


def _seen(request_id: int) -> ErasureRequest:
    return queries.request_seen_by(db(), actor(), request_id)


def _page(found: ErasureRequest, refusal: RefusalForm, name: NameForm) -> str:
    waits = found.state is ErasureState.WAITING
    ids = queries.own_ids(db(), found.person_id)
    return render_template(
        "home/privacy_erasure.html",
        one=found,
        state=STATE_NAMES[found.state],
        refusal=refusal,
        name=name,
        sections=held_about(db(), ids) if waits else (),
    )
