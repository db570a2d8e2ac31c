"""The public check: /c/<token> from the QR code, and /check for who reads a number off a paper.

Nobody signs in here, and nobody is found by name alone. Search engines are told to stay away.
"""

from flask import Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn import accounts, clock
from elearn.certificates import queries, service
from elearn.certificates.rules import VERDICTS, is_token
from elearn.certificates.views.door import bp
from elearn.certificates.views.forms import CheckForm, said
from elearn.web import db, keep


@bp.get("/c/<token>")
def checked(token: str) -> ResponseReturnValue:
    plain = token.lower()
    record = queries.record_by_token(db(), plain) if is_token(plain) else None
    if record is None:
        return _page(CheckForm(formdata=None), is_missing=True), 404
    return _quiet(
        render_template(
            "certificates/checked.html",
            record=record,
            verdict=VERDICTS[record.state],
            now=clock.now(),
            alone=True,
        )
    )


@bp.get("/check")
def check() -> ResponseReturnValue:
    return _page(CheckForm(formdata=None))


@bp.post("/check")
def look_up() -> ResponseReturnValue:
    form = CheckForm()
    if not form.validate():
        return _page(form), 422
    network = accounts.network_of(request.remote_addr)
    asked = service.Question(said(form.number), said(form.who), network)
    answer = service.look_up(db(), asked, now=clock.now())
    if answer.token:
        return redirect(url_for("certificates.checked", token=answer.token), 303)
    keep()
    if answer.paused_until:
        return _page(form, paused_until=answer.paused_until), 429
    return _page(form, is_missing=True), 404


def _page(form: CheckForm, **more: object) -> Response:
    page = render_template("certificates/check.html", form=form, alone=True, **more)
    return _quiet(page)


def _quiet(page: str) -> Response:
    answer = make_response(page)
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer
