"""A commune says who takes up a post: first who, then where and from which day on."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.access import Role
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.people import queries, service
from elearn.people.models import Person, TenureProposal
from elearn.people.queries.proposals import as_proposer
from elearn.people.rules import NewPerson
from elearn.people.views.acting import tell
from elearn.people.views.door import bp
from elearn.people.views.proposals.forms import NOBODY_KNOWN, BeginForm
from elearn.text import msg
from elearn.web import actor, db, role_required


@bp.app_template_global()
def may_propose() -> bool:
    """Return whether the person of this request proposes for a commune."""
    return queries.may_propose(actor())


def refuse_others() -> None:
    """Stop who needs no confirmation, and who answers for no commune.

    :raise Forbidden: unless the actor proposes for a commune.
    """
    if not may_propose():
        raise Forbidden(
            msg("Mục này dành cho người phụ trách xã. Anh/chị ghi thẳng ở trang của cán bộ.")
        )


@bp.route("/proposals/begin", methods=["GET", "POST"])
@role_required(Role.ADMINISTRATOR)
def propose_begin() -> ResponseReturnValue:
    refuse_others()
    key = request.args.get("person", type=int)
    if key is None and "new" not in request.args:
        return _choose()
    person = queries.person_seen_by(db(), actor(), key) if key else None
    form = _form(person)
    return _sent(form, person) if request.method == "POST" else _page(form, person)


def _choose() -> str:
    text = request.args.get("q", "").strip()
    found = queries.people_of(db(), actor(), text)
    return render_template("people/proposal_who.html", text=text, people=found)


def _form(person: Person | None) -> BeginForm:
    form, today = BeginForm(), clock.today()
    form.only_for(person)
    form.offer(queries.units_of(db(), actor(), today), queries.posts_proposed(db()))
    if request.method == "GET":
        form.day.data = today
    return form


def _page(form: BeginForm, person: Person | None) -> str:
    return render_template(
        "people/proposal_begin.html",
        form=form,
        person=person,
        terms=_terms(person),
        doubles=_doubles(form, person),
    )


def _terms(person: Person | None) -> list[queries.Term]:
    if person is None:
        return []
    today = clock.today()
    terms = queries.terms_of(db(), [person.id], day=today).get(person.id, [])
    return [term for term in terms if term.is_held_on(today)]


def _doubles(form: BeginForm, person: Person | None) -> list[Person]:
    if person is not None or not form.full_name.data:
        return []
    of_the_commune = as_proposer(actor())  # She may see more, and propose none of that.
    told = form.full_name.data, form.birth_year.data
    return list(queries.likely_doubles(db(), of_the_commune, *told))


def _sent(form: BeginForm, person: Person | None) -> ResponseReturnValue:
    doubles = _doubles(form, person)
    form.ask(doubles)
    who = person or _meant(form, doubles) if form.validate() else None
    if who is None:
        return _page(form, person), 422
    try:
        made = _proposed(form, who)
    except (Conflict, InvalidInput) as refused:
        tell(form, refused)
        return _page(form, person), 409 if isinstance(refused, Conflict) else 422
    flash(_("Đã gửi đề nghị. Khi tỉnh xác nhận sẽ có thông báo."))
    return redirect(url_for("people.proposal", proposal_id=made.id), 303)


def _meant(form: BeginForm, doubles: list[Person]) -> Person | NewPerson | None:
    """Return who is meant; nobody as long as she may be somebody known and that is not said."""
    known = {str(person.id): person for person in doubles}
    if form.who.data in known:
        return known[form.who.data]
    if known and form.who.data != NOBODY_KNOWN:
        form.who.errors = [_("Chọn một dòng.")]
        return None
    return form.new_person()


def _proposed(form: BeginForm, who: Person | NewPerson) -> TenureProposal:
    said = form.values("post_key", "org_unit_id", "day", "decision")
    return service.propose_begin(db(), actor(), service.Beginning(who, **said), now=clock.now())
