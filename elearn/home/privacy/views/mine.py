"""What is held about the person who asks: on a page, and as a file to keep."""

import json
from datetime import date

from flask import Response, make_response, render_template
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.home.audits import looks_at_person
from elearn.home.audits.telling import Told
from elearn.home.privacy.gathering import held_about
from elearn.home.privacy.queries import open_request, own_ids
from elearn.home.privacy.views.door import bp
from elearn.personal import Cell, Section
from elearn.text import Message
from elearn.web import actor, db, login_required, person_id, presence, told
from elearn.web.i18n import language


@bp.get("/mine")
@login_required
def mine() -> ResponseReturnValue:
    ids = own_ids(db(), person_id())
    return render_template(
        "home/privacy_mine.html",
        sections=held_about(db(), ids),
        looks=looks_at_person(db(), actor(), ids),
        request=open_request(db(), person_id()),
    )


@bp.get("/mine.html")
@login_required
def readable() -> ResponseReturnValue:
    ids = own_ids(db(), person_id())
    page = render_template(
        "home/privacy_file.html",
        name=presence().full_name,
        now=clock.now(),
        sections=held_about(db(), ids),
        looks=looks_at_person(db(), actor(), ids),
        language=language(),
    )
    return _file(page, "html", "text/html")


@bp.get("/mine.json")
@login_required
def machine() -> ResponseReturnValue:
    ids = own_ids(db(), person_id())
    data = {
        "name": presence().full_name,
        "made_at": clock.now().isoformat(),
        "held": [_section(one) for one in held_about(db(), ids)],
        "looks": [_look(one) for one in looks_at_person(db(), actor(), ids)],
    }
    return _file(json.dumps(data, ensure_ascii=False, indent=1), "json", "application/json")


def _section(section: Section) -> dict[str, object]:
    heads = [told(head) for head in section.heads]
    return {
        "title": told(section.title),
        "fate": told(section.fate or ""),
        "rows": [dict(zip(heads, map(_value, row), strict=True)) for row in section.rows],
    }


def _value(cell: Cell) -> str | int | None:
    if isinstance(cell, date):
        return cell.isoformat()
    return told(cell) if isinstance(cell, Message) else cell


def _look(look: Told) -> dict[str, str]:
    return {"at": look.at.isoformat(), "who": told(look.who), "what": told(look.sentence)}


def _file(text: str, ending: str, media_type: str) -> Response:
    """Answer with a file to be kept: never shown in place, never kept by a cache."""
    answer = make_response(text)
    answer.content_type = f"{media_type}; charset=utf-8"
    name = f"du-lieu-ca-nhan-{presence().user_name}-{clock.today():%Y%m%d}.{ending}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
