"""Rights within one's scope: who holds what over what, until when, by whom; given and ended."""

from datetime import date

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import areas, clock, people
from elearn.access import ROLE_NAMES, Role
from elearn.accounts import queries, service
from elearn.accounts.views.door import bp
from elearn.accounts.views.grant_forms import EndForm, GrantForm
from elearn.errors import InvalidInput, NotFound
from elearn.web import actor, db, role_required, told

GIVING = (Role.ADMINISTRATOR, Role.CENTRAL)


@bp.get("/accounts/grants")
@role_required(*people.SEEING)
def grants() -> ResponseReturnValue:
    day, area = clock.today(), request.args.get("area", "").strip()
    missing, paths = _sought(area, day)
    wanted = queries.Wanted(
        role=request.args.get("role", type=Role),
        paths=paths,
        state=request.args.get("state", queries.State.IN_FORCE, type=queries.State),
        person_id=request.args.get("person", type=int),
    )
    before = request.args.get("before", type=int)
    return render_template(
        "accounts/grants.html",
        page=queries.grants_page(db(), actor(), wanted, before=before, day=day),
        wanted=wanted,
        area=area,
        missing=missing,
        before=before,
        roles=ROLE_NAMES,
        may_give=any(not grant.proposes for grant in actor().grants if grant.role in GIVING),
    )


def _sought(text: str, day: date) -> tuple[str, tuple[str, ...]]:
    """Return why the area typed is none, or the paths of what lies and lay in it."""
    if not text:
        return "", ()
    try:
        meant = areas.area_meant(db(), text, day=day)
    except NotFound as refused:
        return told(refused.message), ()
    return "", areas.reach_of(db(), [meant.path])


@bp.get("/accounts/grants/new")
@role_required(*GIVING)
def new_grant() -> ResponseReturnValue:
    form = GrantForm(user=request.args.get("user", ""), area=request.args.get("area", ""))
    form.first.data = clock.today()
    return render_template("accounts/grant_new.html", form=form)


@bp.post("/accounts/grants/new")
@role_required(*GIVING)
def give_grant() -> ResponseReturnValue:
    form, now = GrantForm(), clock.now()
    if not form.validate():
        return render_template("accounts/grant_new.html", form=form), 422
    try:
        person, granted = form.told(db(), actor(), clock.day_of(now))
        service.grant(db(), actor(), person.id, granted, now=now)
    except InvalidInput as refused:
        form.refuse(refused)
        return render_template("accounts/grant_new.html", form=form), 422
    flash(_("Đã giao quyền cho %(name)s.", name=person.full_name))
    return redirect(url_for("accounts.grants", person=person.id), 303)


@bp.get("/accounts/grants/<int:grant_id>")
@role_required(*people.SEEING)
def one_grant(grant_id: int) -> ResponseReturnValue:
    form = EndForm()
    form.last.data = clock.today()
    return _one(grant_id, form)


@bp.post("/accounts/grants/<int:grant_id>/end")
@role_required(*GIVING)
def end_grant(grant_id: int) -> ResponseReturnValue:
    form, now = EndForm(), clock.now()
    found = queries.grant_seen_by(db(), actor(), grant_id)
    if not form.validate():
        return _one(grant_id, form), 422
    service.end_grant(db(), actor(), found, last_day=form.last.data or date.max, now=now)
    flash(_("Đã kết thúc quyền. Thay đổi có hiệu lực ngay ở trang tiếp theo người ấy mở."))
    return redirect(url_for("accounts.grants", person=found.person_id, state="all"), 303)


def _one(grant_id: int, form: EndForm) -> str:
    day = clock.today()
    found = queries.grant_seen_by(db(), actor(), grant_id)
    return render_template(
        "accounts/grant.html",
        held=queries.held(db(), found, day=day),
        reaches=queries.reached(db(), found, day),
        may_end=queries.may_end(db(), actor(), found, day),
        form=form,
        roles=ROLE_NAMES,
    )


@bp.get("/accounts/grants/chairs")
@role_required(*GIVING)
def chairs() -> ResponseReturnValue:
    waiting = queries.chairs_without_rights(db(), actor(), day=clock.today())
    return render_template("accounts/chairs.html", chairs=waiting, most=queries.MOST)


@bp.post("/accounts/grants/chairs")
@role_required(*GIVING)
def grant_chairs() -> ResponseReturnValue:
    chosen = request.form.getlist("chair", type=int)
    count = service.grant_to_chairs(db(), actor(), chosen, now=clock.now())
    flash(_("Đã giao quyền quản trị xã cho %(count)s người.", count=count))
    return redirect(url_for("accounts.chairs"), 303)
