"""The address letters are sent to: given, confirmed by the code that came there, removed."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.errors import InvalidInput, NotFound
from elearn.notices import queries, service
from elearn.notices.views.door import bp
from elearn.notices.views.forms import AddressForm, CodeForm
from elearn.text import msg
from elearn.web import actor, db, here, keep, login_required, person_id, told
from elearn.web.i18n import language


def _refuse_without_server() -> None:
    """Stop who sends a form that no page shows.

    :raise NotFound: if this installation sends no letters.
    """
    if not here().settings.mail_url:
        raise NotFound(msg("Hệ thống này không gửi thư."))


def _page(address_form: AddressForm, code_form: CodeForm) -> str:
    return render_template(
        "notices/address.html",
        mail_address=queries.address_of(db(), person_id()),
        address_form=address_form,
        code_form=code_form,
        form=address_form if address_form.errors else code_form,
    )


@bp.post("/address")
@login_required
def give_address() -> ResponseReturnValue:
    _refuse_without_server()
    form = AddressForm()
    if not form.validate():
        return _page(form, CodeForm(formdata=None)), 422
    try:
        service.give_address(db(), actor(), form.address.data or "", language(), now=clock.now())
    except InvalidInput as refused:
        form.address.errors = [told(refused.fields["address"])]
        return _page(form, CodeForm(formdata=None)), 422
    flash(_("Đã gửi mã tới %(address)s.", address=form.address.data))
    return redirect(url_for("notices.notices", _anchor="mail"), 303)


@bp.post("/address/code")
@login_required
def confirm_address() -> ResponseReturnValue:
    _refuse_without_server()
    form, secret = CodeForm(), here().settings.secret_key
    if not form.validate():
        return _page(AddressForm(formdata=None), form), 422
    if service.confirm_address(db(), actor(), form.code.data or "", secret=secret, now=clock.now()):
        flash(_("Từ nay thông báo được gửi cả qua e-mail."))
        return redirect(url_for("notices.notices", _anchor="mail"), 303)
    keep()
    form.code.errors = [_("Mã chưa đúng. Xem lại thư mới nhất.")]
    return _page(AddressForm(formdata=None), form), 422


@bp.post("/address/remove")
@login_required
def remove_address() -> ResponseReturnValue:
    service.remove_address(db(), actor(), now=clock.now())
    flash(_("Đã bỏ địa chỉ. Thông báo chỉ còn ở trang này."))
    return redirect(url_for("notices.notices", _anchor="mail"), 303)
