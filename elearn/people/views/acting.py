"""Pages on which one thing is done: a form about something, an answer, and the way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from elearn.errors import Conflict, InvalidInput
from elearn.text import Message
from elearn.web import Form, db, told

Fact = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Act:
    """What is about to be done: its title, whom it concerns, its form, and where it leads back."""

    title: str
    button: str
    form: Form
    back: tuple[str, str]
    facts: Sequence[Fact] = ()
    warning: str = ""
    note: str = ""
    is_grave: bool = False
    pairs: Sequence[tuple[str, str]] = field(default=())


def act_page(act: Act, do: Callable[[], Message]) -> ResponseReturnValue:
    """Show the form; once it is sent, do it and go back, or show what is refused and why.

    Whatever was half done before a refusal is undone: it leaves nothing behind.
    """
    if request.method != "POST":
        return _shown(act)
    if not act.form.validate():
        return _shown(act), 422
    try:
        with db().begin_nested():
            done = do()
    except (Conflict, InvalidInput) as refused:
        tell(act.form, refused)
        return _shown(act), 409 if isinstance(refused, Conflict) else 422
    flash(told(done))
    return redirect(act.back[0], 303)


def _shown(act: Act) -> str:
    return render_template("people/act.html", act=act, form=act.form)


def tell(form: Form, refused: Conflict | InvalidInput) -> None:
    """Put what was refused beside the field it speaks of, or above them all."""
    fields = refused.fields if isinstance(refused, InvalidInput) else {"": refused.message}
    for name, flaw in fields.items():
        if name in form:
            form[name].errors = [told(flaw)]
        else:
            form.form_errors.append(told(flaw))
