"""Choosing the unit in which a post is about to be held."""

from flask import render_template, request, url_for

from elearn import clock
from elearn.people import queries
from elearn.people.models import UNIT_KIND_NAMES
from elearn.web import actor, db


def pick_unit(title: str, back: tuple[str, str], **address: object) -> str:
    """Show the units to choose from; the one pressed comes back as `unit` of the same page."""
    asked = queries.UnitsAsked(
        text=request.args.get("q", ""), after=request.args.get("after", type=int)
    )
    return render_template(
        "people/pick_unit.html",
        title=title,
        back=back,
        asked=asked,
        page=queries.units_page(db(), actor(), asked, day=clock.today()),
        kinds=UNIT_KIND_NAMES,
        address=lambda **more: url_for(str(request.endpoint), **{**address, **more}),
    )
