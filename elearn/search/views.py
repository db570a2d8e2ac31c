"""The page that finds things, for everybody who is signed in: what is taught is no secret."""

from dataclasses import dataclass

from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from elearn.search import queries, rules
from elearn.search.index import Hits
from elearn.search.reader import abbreviations
from elearn.search.rules import Kind, Question
from elearn.search.shelf import NotReady, Shelf
from elearn.text import nfc
from elearn.web import db, here, login_required

bp = Blueprint("search", __name__)


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, and whether it could only be looked for in the titles of lectures."""

    answer: queries.Answer
    is_makeshift: bool = False


@bp.get("/search")
@login_required
def search() -> ResponseReturnValue:
    text = _typed()
    found = _look_for(Question.of(text, abbreviations()))
    asked = found.answer.question
    shown = [rules.result(entry, asked) for entry in found.answer.things.entries]
    said = [rules.result(entry, asked) for entry in found.answer.passages.entries]
    modules = [one for one in shown if one.entry.kind is Kind.MODULE]
    return render_template(
        "search/search.html",
        text=text,
        found=found,
        asked=asked.text if asked.text != Question.of(text, {}).text else "",
        lectures=[one for one in shown if one.entry.kind is Kind.LECTURE],
        passages=rules.by_lecture(said),
        modules=modules,
        programmes=[one for one in shown if one.entry.kind is Kind.PROGRAMME],
        holding=queries.programmes_holding(db(), [one.entry.code for one in modules]),
    )


def _typed() -> str:
    """Return what was typed, without signs that cannot be seen."""
    text = nfc(request.args.get("q", "")[: 2 * rules.MOST_LETTERS])
    return "".join(sign for sign in text if sign.isprintable())[: rules.MOST_LETTERS]


def _look_for(question: Question) -> Found:
    try:
        return Found(queries.ask(Shelf.of(here().settings), question))
    except NotReady as why:
        if why.__cause__:
            current_app.logger.error("the search index is spoilt", exc_info=why.__cause__)
        titled = queries.lectures_titled(db(), question)
        return Found(queries.Answer(question, titled, Hits((), 0)), is_makeshift=True)
