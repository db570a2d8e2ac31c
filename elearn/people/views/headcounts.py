"""Declared numbers: how many of a group each area says it has, beside the roster."""

from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from flask import abort, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import areas, clock
from elearn.errors import NotFound
from elearn.people import queries, service
from elearn.people.queries import HeadcountRow
from elearn.people.rules.headcounts import Deed, Said, deed_of
from elearn.people.views.door import bp
from elearn.people.views.headcount_forms import (
    HeadcountAskForm,
    HeadcountsForm,
    lines_form,
    lines_sent,
    tell_clash,
)
from elearn.web import actor, db, role_required, told

_SINCE = date(2000, 1, 1)  # Nobody's paper is older.


@dataclass(frozen=True, slots=True)
class Question:
    """The group, the day, the area and the page asked for, and the form they came in."""

    form: HeadcountAskForm
    group: str
    day: date
    area: areas.AreaVersion
    page: int
    group_name: str

    def address(
        self,
        endpoint: str = "people.headcounts",
        area: str = "",
        page: int | None = None,
        source: str | None = None,
    ) -> str:
        """Return the address of the same question, of another area, or with more in it."""
        day, place = self.day.isoformat(), area or self.area.code
        return url_for(endpoint, group=self.group, as_of=day, area=place, page=page, source=source)

    def page_address(self, number: int) -> str:
        return self.address(page=number)


def _question() -> Question:
    """Return what this request asks; what cannot be asked is shown beside its field."""
    form = HeadcountAskForm(request.args)
    known = queries.groups(db())
    group = form.offer(known)
    today = clock.today()
    is_valid = form.validate()
    day = form.as_of.data or today
    if is_valid and not _SINCE <= day <= today:
        form.as_of.errors = [_("Chọn một ngày từ 01/01/2000 đến hôm nay.")]
        is_valid = False
    if not is_valid:
        _ask_again(form, 422)
    form.show(day)
    number = max(1, request.args.get("page", 1, type=int))
    name = next((one.name for one in known if one.key == group), "")
    return Question(form, group, day, _area(form, day), number, name)


def _area(form: HeadcountAskForm, day: date) -> areas.AreaVersion:
    named = (form.area.data or "").strip()
    try:
        return queries.headcount_area(db(), actor(), named, day)
    except NotFound as refused:
        if request.method == "POST":
            raise
        wrong = form.area if named else form.as_of
        wrong.errors = [told(refused.message)]
        _ask_again(form, 404)


def _ask_again(form: HeadcountAskForm, status: int) -> NoReturn:
    abort(make_response(render_template("people/headcounts.html", ask=form, page=None), status))


@bp.get("/headcounts")
@role_required(*queries.SEEING)
def headcounts() -> ResponseReturnValue:
    asked = _question()
    page = _page(asked)
    return _shown(asked, page, lines_form(page.rows, request.args.get("source", "")))


def _page(asked: Question) -> queries.HeadcountPage:
    """Return the page; of a form that was sent the lines it has, whichever page that was."""
    sent = frozenset(lines_sent(request.form)) if request.method == "POST" else None
    wanted = queries.HeadcountsAsked(asked.group, asked.area, asked.day, asked.page, sent)
    return queries.headcount_page(db(), actor(), wanted)


def _shown(asked: Question, page: queries.HeadcountPage, form: HeadcountsForm) -> str:
    if asked.form.area.data:
        names = [page.area.full_name, *(one.full_name for one in page.above[:0:-1])]
        asked.form.area.data = ", ".join(names)
    return render_template(
        "people/headcounts.html", ask=asked.form, asked=asked, page=page, form=form
    )


@bp.post("/headcounts")
@role_required(*queries.DECIDING)
def declare_headcounts() -> ResponseReturnValue:
    queries.needs_to_decide(actor())
    asked = _question()
    page = _page(asked)
    if not page.may_declare:
        raise queries.others_decide()
    form = lines_form(page.rows)
    deeds = _deeds(form, page) if form.validate() else None
    if deeds is None:
        return _shown(asked, page, form), 422
    other_page = request.form.get("to", type=int)
    if any(deed is not Deed.LEAVE for _row, _said, deed in deeds) or not other_page:
        flash(_done(asked, form, deeds))
    source = form.source.data if other_page else None  # It is the paper of all pages.
    return redirect(asked.address(page=other_page or page.page, source=source or None), 303)


_Deeds = list[tuple[HeadcountRow, Said, Deed]]


def _deeds(form: HeadcountsForm, page: queries.HeadcountPage) -> _Deeds | None:
    """Return what to do with each line; None, with the reasons beside them, if any cannot be."""
    keys = [form.shown(row.area.area_id) for row in page.rows]
    shown = queries.headcounts_by_id(db(), keys)
    deeds: _Deeds = []
    for row, key in zip(page.rows, keys, strict=True):
        said = form.said(row.area.area_id)
        if said is not None:
            deed = deed_of(said, queries.said_by(shown.get(key)), row.said)
            deeds.append((row, said, deed))
            if deed is Deed.LOOK_AGAIN:
                tell_clash(form, row)
    return None if form.errors else deeds


def _done(asked: Question, form: HeadcountsForm, deeds: _Deeds) -> str:
    """Write what is to be written, take back what is to be, and tell how much that was."""
    common = form.source.data or ""
    declared = [
        service.Declaration(
            asked.group, asked.day, said.number, row.area.area_id, source=said.source or common
        )
        for row, said, deed in deeds
        if deed is Deed.DECLARE
    ]
    taken = [row.held for row, _said, deed in deeds if deed is Deed.TAKE_BACK and row.held]
    count = service.declare_headcounts(db(), actor(), declared, now=clock.now())
    service.take_back_headcounts(db(), actor(), taken, now=clock.now())
    kept = _("Đã ghi số của %(count)s nơi.", count=count) if count else ""
    gone = _("Đã bỏ số của %(count)s nơi.", count=len(taken)) if taken else ""
    return f"{kept} {gone}".strip() or str(_("Không có gì thay đổi."))
