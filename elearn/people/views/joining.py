"""Saying that two entries are one human being, side by side, and taking that back."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.errors import Conflict
from elearn.people import queries, service
from elearn.people.models import GENDER_NAMES, Person
from elearn.people.views.door import bp
from elearn.web import actor, db, look_at, role_required, told


@bp.get("/<int:person_id>/join")
@role_required(*queries.DECIDING)
def join(person_id: int) -> ResponseReturnValue:
    person = queries.person_decided_by(db(), actor(), person_id)
    text = request.args.get("q", "").strip()
    return render_template(
        "people/join.html", person=person, text=text, found=_candidates(person, text)
    )


def _candidates(person: Person, text: str) -> Sequence[tuple[Person, Sequence[queries.Term]]]:
    """Return those who may be the same human being, or whom one looked for, with their posts."""
    if text:
        page = queries.people_page(db(), actor(), queries.Filters(text=text), day=clock.today())
        persons = [row.person for row in page.rows if row.person.id != person.id]
    else:
        persons = list(queries.likely_same(db(), actor(), person, besides=person.id))
    terms = queries.terms_of(db(), [one.id for one in persons], day=clock.today())
    return [(one, terms.get(one.id, ())) for one in persons]


@bp.get("/<int:person_id>/join/<int:other_id>")
@role_required(*queries.DECIDING)
def compare(person_id: int, other_id: int) -> ResponseReturnValue:
    pair = _pair(person_id, other_id)
    for key in [person.id for person in pair]:
        look_at(key)
    return _compared(*pair)


def _pair(person_id: int, other_id: int) -> tuple[Person, Person]:
    """Return the two entries, each as the one that stands for it."""
    one, other = (
        queries.canonical(db(), queries.person_decided_by(db(), actor(), key))
        for key in (person_id, other_id)
    )
    return one, other


def _compared(one: Person, other: Person, refused: Conflict | None = None) -> str:
    records = [
        queries.record_of(db(), actor(), person, day=clock.today()) for person in (one, other)
    ]
    return render_template(
        "people/compare.html",
        records=records,
        same=one.id == other.id,
        refused=refused,
        genders=GENDER_NAMES,
    )


@bp.post("/<int:person_id>/join/<int:other_id>")
@role_required(*queries.DECIDING)
def join_entries(person_id: int, other_id: int) -> ResponseReturnValue:
    one, other = _pair(person_id, other_id)
    stands = request.form.get("stands", one.id, type=int)
    whole, entry = (other, one) if stands == other.id else (one, other)
    try:
        service.merge(db(), actor(), entry, whole, now=clock.now())
    except Conflict as refused:
        return _compared(one, other, refused), 409
    flash(_("Đã ghép hai hồ sơ thành một. Có thể bỏ ghép bất cứ lúc nào."))
    return redirect(url_for("people.person", person_id=whole.id), 303)


@bp.post("/joins/<int:join_id>/undo")
@role_required(*queries.DECIDING)
def undo_join(join_id: int) -> ResponseReturnValue:
    found = queries.join_by_id(db(), join_id)
    for key in (found.person_id, found.whole_id):
        queries.person_decided_by(db(), actor(), key)
    try:
        service.undo_merge(db(), actor(), found, now=clock.now())
    except Conflict as refused:
        db().rollback()
        flash(told(refused.message))
        return redirect(url_for("people.person", person_id=found.whole_id), 303)
    flash(_("Đã bỏ ghép; hai hồ sơ lại tách riêng như trước."))
    return redirect(url_for("people.person", person_id=found.person_id), 303)
