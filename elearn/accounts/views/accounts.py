"""Everybody's accounts within one's scope, and giving them in bulk. /accounts …"""

from datetime import date

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext
from werkzeug.datastructures import MultiDict

from elearn import accounts, areas, clock, people
from elearn.accounts.rules import HELPING
from elearn.accounts.views.account_forms import MakeForm
from elearn.accounts.views.door import bp
from elearn.errors import InvalidInput, NotFound
from elearn.text import Message
from elearn.web import actor, db, role_required, told


@bp.get("/accounts", endpoint="accounts")
@role_required(*people.SEEING)
def list_() -> ResponseReturnValue:
    now = clock.now()
    sought, area, flaw = _sought(clock.day_of(now))
    after = request.args.get("after", type=int)
    is_small = area is not None and area.path.count("/") > accounts.THE_COUNTRY
    counts = accounts.standings_in(db(), actor(), sought, day=clock.day_of(now))
    return render_template(
        "accounts/accounts.html",
        page=accounts.accounts_page(db(), actor(), sought, after=after, now=now),
        sought=sought,
        counts=counts if is_small else {},
        area=area,
        flaw=flaw,
        names=accounts.STANDING_NAMES,
        asked=_asked(),
        after=after,
        helps=actor().has(*HELPING),
    )


def _asked() -> dict[str, str]:
    """Return what the filters say, as the address holds it."""
    held = {name: request.args.get(name, "").strip() for name in ("q", "area", "state")}
    return {name: value for name, value in held.items() if value}


def _sought(day: date) -> tuple[accounts.Sought, areas.AreaVersion | None, Message | None]:
    """Return what the list is narrowed to; an area nobody knows narrows to nothing, in words."""
    asked, area, flaw = _asked(), None, None
    try:
        area = areas.area_meant(db(), asked["area"], day=day) if "area" in asked else None
    except NotFound as refused:
        flaw = refused.message
    states = [state for state in accounts.Standing if state.value == asked.get("state")]
    path = area.path if area else None
    return accounts.Sought(path, next(iter(states), None), asked.get("q", "")), area, flaw


@bp.get("/accounts/make")
@role_required(*HELPING)
def make() -> ResponseReturnValue:
    form = _form(request.args)
    if not request.args.get("posts"):
        return _make_page(form)
    return _make_page(form, _newcomers(form))


@bp.post("/accounts/make")
@role_required(*HELPING)
def make_all() -> ResponseReturnValue:
    now, form = clock.now(), _form(request.form)
    try:
        area = accounts.area_helped(db(), actor(), form.place, day=clock.day_of(now))
        made = accounts.make_accounts(db(), actor(), area, form.posts.data or [], now=now)
    except (InvalidInput, NotFound) as refused:
        form.refuse(refused)
        return _make_page(form), 422
    flash(_made(made))
    return redirect(url_for("accounts.new_slips", area=form.place or None), 303)


def _form(given: MultiDict[str, str]) -> MakeForm:
    """Return the form with the posts that somebody holds where the helper helps."""
    scopes = actor().scopes(*HELPING)
    return MakeForm(given, accounts.posts_to_give(db(), scopes, day=clock.today()))


def _made(count: int) -> str:
    words: str = ngettext("Đã cấp %(num)s tài khoản.", "Đã cấp %(num)s tài khoản.", count)
    return words


def _newcomers(form: MakeForm) -> tuple[areas.AreaVersion, int] | None:
    """Return the area meant and how many there would be given an account."""
    today = clock.today()
    try:
        area = accounts.area_helped(db(), actor(), form.place, day=today)
    except NotFound as refused:
        form.area.errors = [told(refused.message)]
        return None
    new = accounts.newcomers(db(), area.path, form.posts.data or [], day=today)
    return area, len(new)


def _make_page(form: MakeForm, due: tuple[areas.AreaVersion, int] | None = None) -> str:
    return render_template("accounts/make.html", form=form, due=due)
