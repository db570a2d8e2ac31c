"""One's own notices: what is new, what was read; opening one marks it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.notices import queries, service
from elearn.notices.views.door import bp
from elearn.notices.views.forms import AddressForm, CodeForm
from elearn.web import db, here, local, login_required, person_id


@bp.get("")
@login_required
def notices() -> ResponseReturnValue:
    after = request.args.get("after", type=int)
    return render_template(
        "notices/notices.html",
        log=queries.log_of(db(), person_id(), after=after),
        after=after,
        sends_letters=bool(here().settings.mail_url),
        mail_address=queries.address_of(db(), person_id()),
        address_form=AddressForm(),
        code_form=CodeForm(),
    )


@bp.post("/<int:notice_id>/open")
@login_required
def open_notice(notice_id: int) -> ResponseReturnValue:
    notice = service.read(db(), person_id(), notice_id, now=clock.now())
    back = url_for("notices.notices")
    return redirect(local(notice.link, otherwise=back), 303)


@bp.post("/read")
@login_required
def read_all() -> ResponseReturnValue:
    service.read_all(db(), person_id(), now=clock.now())
    flash(_("Đã đánh dấu đọc hết."))
    return redirect(url_for("notices.notices"), 303)
