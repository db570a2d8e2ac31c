"""Pages that do one thing each to the door they are behind: write, refuse, fail, collide."""

from typing import NoReturn

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy import insert
from werkzeug.exceptions import RequestedRangeNotSatisfiable

from elearn import clock
from elearn.access import Role
from elearn.db import Change
from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound, Refusal
from elearn.text import msg
from elearn.web import db, keep, role_required
from elearn.web.sign_in import csrf

bp = Blueprint("probes", __name__, url_prefix="/probes")
REFUSALS: dict[str, Refusal] = {
    "not-found": NotFound(msg("Không có bài này.")),
    "forbidden": Forbidden(msg("Trang này của tỉnh khác.")),
    "conflict": Conflict(msg("Người khác vừa lưu.")),
    "invalid": InvalidInput(name=msg("Chưa ghi tên.")),
    "refusal": Refusal(msg("Hôm nay không làm được.")),
}


def write(key: str) -> None:
    db().add(Change(kind="probe", key=key, at=clock.now()))
    db().flush()


@bp.route("/write/<key>/<int:status>", methods=["GET", "POST"])
@csrf.exempt
def write_and_answer(key: str, status: int) -> ResponseReturnValue:
    write(key)
    return "written", status


@bp.post("/kept/<key>")
@csrf.exempt
def kept(key: str) -> ResponseReturnValue:
    write(key)
    keep()
    return "refused, and counted", 422


@bp.post("/twice/<when>")
@csrf.exempt
def twice(when: str) -> ResponseReturnValue:
    """Insert the same row twice: found out at once, or only when it is committed."""
    for _ in range(2):
        db().execute(insert(Change).values(id=7, kind="a", key="b", at=clock.now()))
        if when == "at-commit":
            db().rollback()
            db().add_all([Change(id=7, kind="a", key="b", at=clock.now()) for _ in range(2)])
            break
    return "never told"


@bp.route("/refuse/<kind>", methods=["GET", "POST"])
@csrf.exempt
def refuse(kind: str) -> NoReturn:
    if request.method == "POST":
        write(kind)
    raise REFUSALS[kind]


@bp.get("/fail")
def fail() -> NoReturn:
    raise ZeroDivisionError("hoa-sen-2026")


@bp.get("/full")
def full() -> NoReturn:
    with open("/dev/full", "wb", 0) as disk:
        disk.write(b"hoa-sen-2026")
    raise AssertionError("a full disk took something")


@bp.get("/abort/<int:status>")
def stop(status: int) -> NoReturn:
    abort(status)


@bp.get("/range")
def range_() -> NoReturn:
    raise RequestedRangeNotSatisfiable(length=100)


@bp.post("/form")
def form() -> ResponseReturnValue:
    return request.form.get("words", "")


@bp.post("/json")
@csrf.exempt
def json() -> ResponseReturnValue:
    return {"length": len(request.get_json())}


@bp.get("/for-inspectors")
@role_required(Role.INSPECTOR)
def for_inspectors() -> ResponseReturnValue:
    return "evidence"


@bp.get("/cached")
def cached() -> ResponseReturnValue:
    return "for ever", {"Cache-Control": "public, max-age=31536000"}
