"""Entering a paper from elsewhere, and entering it anew in the place of one that was wrong."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.exceptions import RequestEntityTooLarge

from elearn import catalogue, clock, people
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.learning.models import ExternalRecord
from elearn.learning.queries import external
from elearn.learning.service.external import Entry, correct_record, enter_record, refuse_many
from elearn.learning.views.door import bp
from elearn.learning.views.records.drawing import kept_pages
from elearn.learning.views.records.forms import Choices, EntryForm
from elearn.text import msg
from elearn.web import actor, db, login_required, person_id, reading, told
from elearn.web.sign_in import csrf

_LARGE = msg("Các tệp nặng quá 40 MB cả thảy. Chụp lại ở cỡ nhỏ hơn, hoặc gửi ít trang hơn.")
_OLD = msg("Trang này đã mở quá lâu. Chọn lại tệp rồi gửi lần nữa.")
_FIELDS = (
    *("course", "organiser", "place", "first_on", "last_on", "hours", "number", "paper_on"),
    *("note", "programme_version_id"),
)


@dataclass(frozen=True, slots=True)
class Blank:
    """What stands ready before anything is written: whose paper, and what it may count for."""

    person_id: int
    name: str
    is_own: bool
    programmes: Choices
    corrected: ExternalRecord | None = None

    @property
    def back(self) -> tuple[str, str]:
        if self.corrected:
            return url_for("learning.record", record_id=self.corrected.id), self.corrected.course
        who = None if self.is_own else self.person_id
        return url_for("learning.records", person=who), _("Học ở nơi khác")


def programmes_offered(db: Session) -> Choices:
    """Return the programmes a paper may count for, those open today first."""
    offers = catalogue.programmes(db, clock.today())
    return [(one.programme.id, one.programme.title) for one in offers]


def _blank(person: people.Person, db: Session, corrected: ExternalRecord | None = None) -> Blank:
    is_own = person.id == person_id()
    return Blank(person.id, person.full_name, is_own, programmes_offered(db), corrected)


def _new_blank(db: Session) -> Blank:
    """Return the blank on which a paper is entered; what could not be taken is not drawn first.

    :raise NotFound: if it is neither about the actor nor about somebody she answers for.
    :raise Conflict: if very many wait already.
    """
    key = request.args.get("person", person_id(), type=int)
    person = people.person_asked_about(db, actor(), key)
    refuse_many(db, person.id)
    return _blank(person, db)


def _correcting_blank(db: Session, record_id: int) -> Blank:
    """Return the blank on which a record is put right.

    :raise NotFound: if the actor may not know of it.
    :raise Forbidden: if it is neither about her nor entered by her.
    """
    record = external.record_seen_by(db, actor(), record_id)
    if not external.is_hers(db, actor(), record):
        raise Forbidden(msg("Chỉ người có giấy hoặc người đã nhập sửa được."))
    return _blank(record.person, db, record)


@bp.get("/records/new")
@login_required
def new_record() -> ResponseReturnValue:
    blank = _new_blank(db())
    form = EntryForm(formdata=None)
    form.offer(blank.programmes)
    return _page(form, blank)


# The forms test their token themselves, after the sender was let in: otherwise the files would be
# read first, from anybody.
@bp.post("/records/new")
@csrf.exempt  # type: ignore[untyped-decorator]  # flask-wtf has no types
@login_required
def give_record() -> ResponseReturnValue:
    with reading() as short:
        blank = _new_blank(short)
    return _sent(blank, lambda entry: enter_record(db(), actor(), entry, now=clock.now()))


@bp.get("/records/<int:record_id>/correct")
@login_required
def correct_record_page(record_id: int) -> ResponseReturnValue:
    blank = _correcting_blank(db(), record_id)
    old = blank.corrected
    values = {name: getattr(old, name) for name in _FIELDS}
    form = EntryForm(formdata=None, data={**values, "kind": old.form if old else None})
    form.offer(blank.programmes)
    return _page(form, blank)


@bp.post("/records/<int:record_id>/correct")
@csrf.exempt  # type: ignore[untyped-decorator]  # flask-wtf has no types
@login_required
def give_correction(record_id: int) -> ResponseReturnValue:
    with reading() as short:
        blank = _correcting_blank(short, record_id)
    now = clock.now()
    return _sent(blank, lambda entry: correct_record(db(), actor(), record_id, entry, now=now))


def _sent(blank: Blank, enter: Callable[[Entry], ExternalRecord]) -> ResponseReturnValue:
    try:
        form = EntryForm()
    except RequestEntityTooLarge:
        return _too_large(blank)
    form.offer(blank.programmes)
    if not form.validate():
        return _page(form, blank), 422
    try:
        # The pages are drawn before this request writes: nobody else waits for that.
        record = enter(Entry(blank.person_id, form.paper, kept_pages(form.pages.data or ())))
    except (Conflict, InvalidInput) as refused:
        _tell(form, refused)
        return _page(form, blank), 409 if isinstance(refused, Conflict) else 422
    flash(_("Đã gửi. Khi có người xem giấy và trả lời sẽ có thông báo."))
    return redirect(url_for("learning.record", record_id=record.id), 303)


def _too_large(blank: Blank) -> ResponseReturnValue:
    form = EntryForm(formdata=None)
    form.offer(blank.programmes)
    form.pages.errors = [told(_LARGE)]
    return _page(form, blank), 413


def _tell(form: EntryForm, refused: Conflict | InvalidInput) -> None:
    fields = refused.fields if isinstance(refused, InvalidInput) else {"": refused.message}
    for name, flaw in fields.items():
        if name in form:
            form[name].errors = [told(flaw)]
        else:
            form.form_errors.append(told(flaw))


def _page(form: EntryForm, blank: Blank) -> str:
    if "csrf_token" in form.errors:
        form.form_errors.append(told(_OLD))
    return render_template("learning/records/new.html", form=form, blank=blank)
