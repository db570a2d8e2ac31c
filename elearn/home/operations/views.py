"""The page of operations, one job, and what is done about it."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.access import Role
from elearn.errors import NotFound
from elearn.home.operations import queries, room, rules, service
from elearn.home.operations.taking import taking
from elearn.text import msg
from elearn.web import actor, db, here, role_required

bp = Blueprint("operations", __name__, url_prefix="/operations")


@bp.get("")
@role_required(Role.CENTRAL)
def operations() -> ResponseReturnValue:
    now, board = clock.now(), current_app.extensions["desk"].pace.board
    return render_template(
        "home/operations/operations.html",
        seen=queries.overview(db(), now),
        taking=taking(board.figures(), now),
        disks=list(room.disks(here().settings)),
        weights=queries.weights(db()),
        is_alive=rules.is_alive,
    )


@bp.get("/jobs/<which>")
@role_required(Role.CENTRAL)
def jobs(which: str) -> ResponseReturnValue:
    if which not in queries.GROUPS:
        raise NotFound(msg("Không có nhóm việc này."))
    page = max(1, request.args.get("page", 1, type=int))
    lines, count = queries.page_of(db(), which, clock.now(), page=page)
    return render_template(
        "home/operations/jobs.html",
        which=which,
        lines=lines,
        count=count,
        page=page,
        each=queries.PAGE,
        paged=lambda number: url_for("operations.jobs", which=which, page=number),
    )


@bp.get("/job/<int:job_id>")
@role_required(Role.CENTRAL)
def job(job_id: int) -> ResponseReturnValue:
    [line] = queries.lines_of(db(), [queries.job_by_id(db(), job_id)], clock.now())
    return render_template("home/operations/job.html", line=line)


@bp.post("/job/<int:job_id>/retry")
@role_required(Role.CENTRAL)
def retry(job_id: int) -> ResponseReturnValue:
    service.retry(db(), actor(), job_id, now=clock.now())
    flash(_("Việc này được làm lại ngay khi có tiến trình rảnh."))
    return redirect(url_for("operations.job", job_id=job_id), 303)


@bp.post("/job/<int:job_id>/cancel")
@role_required(Role.CENTRAL)
def cancel(job_id: int) -> ResponseReturnValue:
    service.cancel(db(), actor(), job_id, now=clock.now())
    flash(_("Đã hủy. Việc đang làm dở dừng lại sau vài giây."))
    return redirect(url_for("operations.job", job_id=job_id), 303)
