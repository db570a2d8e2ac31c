"""Opening a class: first the programme, then the form."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import areas, catalogue, clock
from elearn.classes import queries, service
from elearn.classes.views.door import bp
from elearn.classes.views.forms import ClassForm, show
from elearn.errors import InvalidInput
from elearn.web import actor, db, role_required


@bp.get("/new")
@role_required(*queries.MANAGING)
def new() -> ResponseReturnValue:
    code = request.args.get("programme")
    if not code:
        offers = catalogue.programmes(db(), clock.today())
        return render_template("classes/programmes.html", offers=offers)
    programme = catalogue.programme_by_code(db(), code)
    form = _form()
    _propose(form, programme)
    return _page(form, programme)


@bp.post("/new")
@role_required(*queries.MANAGING)
def open_new() -> ResponseReturnValue:
    programme = catalogue.programme_by_code(db(), request.args.get("programme", ""))
    form = _form()
    if not form.validate():
        return _page(form, programme), 422
    try:
        made = service.open_class(db(), actor(), form.told(programme), now=clock.now())
    except InvalidInput as refused:
        show(form, refused)
        return _page(form, programme), 422
    flash(_("Đã ghi lớp %(name)s, mã %(code)s.", name=made.name, code=made.code))
    return redirect(url_for("classes.training_class", class_id=made.id), 303)


def _form() -> ClassForm:
    form = ClassForm()
    form.area_id.choices = [(place.area_id, place.full_name) for place in _places()]
    return form


def _places() -> Sequence[areas.AreaVersion]:
    return queries.own_areas(db(), actor(), clock.today())


def _propose(form: ClassForm, programme: catalogue.ProgrammeVersion) -> None:
    """Fill in what is most often meant: one's own area and union, from today, every elective."""
    place = _places()[0]
    form.area_id.data = place.area_id
    form.organiser.data = queries.usual_organiser(place, programme)
    form.starts_on.data = clock.today()
    outline = catalogue.outline_of(db(), programme)
    form.electives.data = [module.id for module in outline.electives]


def _page(form: ClassForm, programme: catalogue.ProgrammeVersion) -> str:
    outline = catalogue.outline_of(db(), programme)
    return render_template("classes/new.html", form=form, programme=programme, outline=outline)
