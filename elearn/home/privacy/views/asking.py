"""Asking to be forgotten, and taking that back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import InputRequired

from elearn import clock
from elearn.home.privacy import service
from elearn.home.privacy.gathering import held_about
from elearn.home.privacy.queries import open_request, own_ids
from elearn.home.privacy.views.door import bp
from elearn.web import Form, actor, db, login_required, person_id


class AskForm(Form):
    """That she has read what cannot be brought back."""

    understood = BooleanField(
        _l("Tôi đã đọc và hiểu: xóa rồi không lấy lại được, và tài khoản sẽ đóng."),
        [InputRequired(_l("Đọc rồi đánh dấu vào ô này."))],
    )


@bp.get("/erase")
@login_required
def erase() -> ResponseReturnValue:
    return _page(AskForm())


@bp.post("/erase")
@login_required
def ask() -> ResponseReturnValue:
    form = AskForm()
    if not form.validate():
        return _page(form), 422
    service.ask(db(), actor(), own_ids(db(), person_id())[0], now=clock.now())
    flash(_("Đã gửi đề nghị. Trong lúc chờ trả lời anh/chị vẫn rút lại được."))
    return redirect(url_for("privacy.mine"), 303)


@bp.post("/erase/withdraw")
@login_required
def withdraw() -> ResponseReturnValue:
    service.withdraw(db(), actor(), person_id(), now=clock.now())
    flash(_("Đã rút đề nghị. Dữ liệu giữ nguyên."))
    return redirect(url_for("privacy.mine"), 303)


def _page(form: AskForm) -> str:
    return render_template(
        "home/privacy_erase.html",
        form=form,
        sections=held_about(db(), own_ids(db(), person_id())),
        request=open_request(db(), person_id()),
    )
