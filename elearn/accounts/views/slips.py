"""Slips with codes: what would be printed, the order, how far it is, and the files. /slips …"""

import zipfile
from collections.abc import Sequence
from tempfile import TemporaryFile

from flask import Response, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import accounts, areas, clock, jobs
from elearn.accounts import printing, queries, service, typst
from elearn.accounts.models import SlipBatch, SlipSheet
from elearn.accounts.rules import HELPING
from elearn.accounts.views.account_forms import SlipForm
from elearn.accounts.views.door import bp
from elearn.errors import Conflict, Forbidden, NotFound
from elearn.text import fold, msg
from elearn.web import actor, db, here, role_required, stored_answer


@bp.get("/slips")
@role_required(*HELPING)
def slips() -> ResponseReturnValue:
    orders = queries.batches_page(db(), actor(), day=clock.today())
    return render_template("accounts/slips.html", orders=orders)


@bp.get("/slips/new")
@role_required(*HELPING)
def new_slips() -> ResponseReturnValue:
    now, form = clock.now(), SlipForm(request.args)
    try:
        area = queries.area_helped(db(), actor(), form.place, day=clock.day_of(now))
    except NotFound as refused:
        form.refuse(refused)
        return render_template("accounts/new_slips.html", form=form, due=()), 422
    hand_out = queries.HandOut(actor(), now, since=now if form.anew.data else None)
    due = queries.waiting_below(db(), area.path, hand_out)
    return render_template("accounts/new_slips.html", form=form, area=area, due=due)


@bp.get("/slips/sample/<int:area_id>.png")
@role_required(*HELPING)
def sample(area_id: int) -> ResponseReturnValue:
    now = clock.now()
    area = areas.version_on(db(), area_id, clock.day_of(now))
    service.refuse_strangers(actor(), area)
    hand_out = queries.HandOut(actor(), now, since=now if request.args.get("anew") else None)
    sheet = printing.sample(db(), area_id, here().settings, hand_out)
    return Response(typst.picture(sheet), mimetype="image/png")


@bp.post("/slips/new")
@role_required(*HELPING)
def order_slips() -> ResponseReturnValue:
    now, form = clock.now(), SlipForm(request.form)
    try:
        area = queries.area_helped(db(), actor(), form.place, day=clock.day_of(now))
        batch = service.order_slips(db(), actor(), area, anew=bool(form.anew.data), now=now)
    except (NotFound, Conflict) as refused:
        form.refuse(refused)
        return render_template("accounts/new_slips.html", form=form, due=()), 422
    return redirect(url_for("accounts.batch", batch_id=batch.id), 303)


@bp.get("/slips/<int:batch_id>")
@role_required(*HELPING)
def batch(batch_id: int) -> ResponseReturnValue:
    today, order = clock.today(), _order(batch_id)
    sheets = queries.sheets_of(db(), order.id)
    rule = accounts.code_rule_on(today)
    return render_template(
        "accounts/batch.html",
        order=order,
        area=areas.version_on(db(), order.area_id, today),
        sheets=sheets,
        names=areas.versions_on(db(), [sheet.area_id for sheet in sheets], today),
        job=jobs.job_by_key(db(), service.job_key(order.id)),
        rule=rule,
        may_fetch=queries.may_fetch(actor(), order),
    )


@bp.post("/slips/<int:batch_id>/fetch")
@role_required(*HELPING)
def fetch(batch_id: int) -> ResponseReturnValue:
    """Hand out the file of one commune, or of all in one archive."""
    order, wanted = _order(batch_id), request.form.get("sheet", type=int)
    if not queries.may_fetch(actor(), order):
        raise Forbidden(msg("Tệp phiếu chỉ giao cho người đặt in. Cần thì đặt đợt in mới."))
    sheets = [one for one in queries.sheets_of(db(), order.id) if wanted in (None, one.id)]
    there = [one for one in sheets if one.file and here().store.exists(one.file.sha256)]
    if not there:
        raise NotFound(msg("Tệp phiếu này không còn. Muốn in lại thì đặt một đợt in mới."))
    service.note_fetched(db(), actor(), there, now=clock.now())
    return _one(there[0]) if wanted else _all(order, there)


@bp.post("/slips/<int:batch_id>/forget")
@role_required(*HELPING)
def forget(batch_id: int) -> ResponseReturnValue:
    order = _order(batch_id)
    sheets = [one for one in queries.sheets_of(db(), order.id) if one.file]
    service.remove_files(db(), here().store, sheets, now=clock.now())
    flash(_("Đã xóa các tệp phiếu khỏi máy chủ."))
    return redirect(url_for("accounts.batch", batch_id=order.id), 303)


def _order(batch_id: int) -> SlipBatch:
    return queries.batch_seen_by(db(), actor(), batch_id, day=clock.today())


def _one(sheet: SlipSheet) -> Response:
    if sheet.file is None:
        raise NotFound(msg("Tệp phiếu này không còn. Muốn in lại thì đặt một đợt in mới."))
    answer = stored_answer(sheet.file, "application/pdf")
    answer.headers.set("Content-Disposition", "attachment", filename=_file_names([sheet])[sheet.id])
    return answer


def _all(order: SlipBatch, sheets: Sequence[SlipSheet]) -> Response:
    names = _file_names(sheets)
    file = TemporaryFile(dir=here().settings.temporary)  # noqa: SIM115  # It ends with the answer.
    with zipfile.ZipFile(file, "w") as archive:
        for sheet in sheets:
            if sheet.file:
                with here().store.local(sheet.file.sha256, is_private=True) as path:
                    archive.write(path, names[sheet.id])
    file.seek(0)
    name = f"phieu-dot-{order.id}.zip"
    return send_file(file, "application/zip", as_attachment=True, download_name=name)


def _file_names(sheets: Sequence[SlipSheet]) -> dict[int, str]:
    """Return a name for the file of each sheet, which sorts as the sheets do."""
    versions = areas.versions_on(db(), [sheet.area_id for sheet in sheets], clock.today())
    return {
        sheet.id: f"{sheet.id}-{_plain(versions[sheet.area_id].full_name)}.pdf" for sheet in sheets
    }


def _plain(name: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in fold(name)).split())
