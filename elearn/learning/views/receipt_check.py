"""Receipts for whoever is shown one: the page behind the code, its files, and a check by hand.

Nobody signs in here, and nothing is told but what stands on the receipt itself, and whether it
still holds. Search engines are told to stay away.
"""

from urllib.parse import quote

from flask import Response, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn import clock, paper, people
from elearn.learning import queries, service, signing, typst
from elearn.learning.rules import Told, file_name_of, file_of
from elearn.learning.views.door import bp
from elearn.learning.views.terms import terms
from elearn.text import fold
from elearn.web import actor, db, here

_LONGEST = 200_000  # Letters; a receipt of 300 lectures has 60,000.


@bp.get("/receipts/<token>")
def receipt(token: str) -> ResponseReturnValue:
    return _answered(queries.receipt_by_token(db(), token).text)


@bp.get("/receipts/check")
def receipt_check() -> ResponseReturnValue:
    return _quiet(render_template("learning/receipt_check.html", alone=True))


@bp.post("/receipts/check")
def check_receipt() -> ResponseReturnValue:
    return _answered(_given())


@bp.get("/receipts/keys")
def receipt_keys() -> ResponseReturnValue:
    """Tell the keys that receipts are signed by, as any program of the standard reads them."""
    known = queries.receipt_keys(db())
    return {
        "keys": [
            {**signing.jwk_of(public), "kid": key_id, "use": "sig", "alg": signing.ALGORITHM}
            for key_id, public in known.items()
        ]
    }


@bp.get("/receipts/<token>/file")
def receipt_file(token: str) -> ResponseReturnValue:
    kept = queries.receipt_by_token(db(), token)
    told = _look(kept.text).told
    assert told  # noqa: S101  # What we keep we signed.
    text = file_of(told, kept.text, address_of(told, check=True))
    return _attached(Response(text, mimetype="text/plain"), told, ".txt")


@bp.get("/receipts/<token>/paper")
def receipt_paper(token: str) -> ResponseReturnValue:
    told = _look(queries.receipt_by_token(db(), token).text).told
    assert told  # noqa: S101  # What we keep we signed.
    drawn = typst.draw(told, address_of(told), product=here().settings.product_name)
    return _attached(Response(drawn, mimetype="application/pdf"), told, ".pdf")


def address_of(told: Told, *, check: bool = False) -> str:
    """Return where a receipt is shown to anybody, or where one is checked by hand."""
    path = url_for("learning.receipt_check")
    if not check:
        path = url_for("learning.receipt", token=told.token)
    return here().settings.public_url.rstrip("/") + path


def _given() -> str:
    """Return what was pasted, or what stands in the file that was chosen."""
    if pasted := request.form.get("text", "").strip():
        return pasted[:_LONGEST]
    file = request.files.get("file")
    return file.read(_LONGEST).decode("utf-8", "replace") if file else ""


def _look(text: str) -> service.Look:
    return service.look_into(db(), text, share_percent=terms().share_percent)


def _answered(text: str) -> ResponseReturnValue:
    look = _look(text)
    told = look.told
    if told is None:
        page = render_template("learning/receipt_check.html", alone=True, look=look, given=text)
        return _quiet(page), 422
    is_hers = _is_hers(told)
    page = render_template(
        "learning/receipt.html",
        look=look,
        told=told,
        address=address_of(told),
        is_hers=is_hers,
        qr=paper.qr_svg(address_of(told)) if is_hers else "",
        now=clock.now(),
        alone=not is_hers,
    )
    return _quiet(page)


def _is_hers(told: Told) -> bool:
    """Return whether who looks is whom a receipt tells of, under whichever of her entries."""
    own = actor().person_id
    if own is None:
        return False
    wholes = people.wholes_of(db(), {own, told.person_id})
    return wholes.get(own) == wholes.get(told.person_id, told.person_id)


def _attached(answer: Response, told: Told, ending: str) -> Response:
    """Give the file its two names: plain letters for old programs, the true one for the others."""
    true = file_name_of(told)
    answer.headers.set("Content-Disposition", "attachment", filename=_plain(true) + ending)
    answer.headers["Content-Disposition"] += f"; filename*=UTF-8''{quote(true + ending, safe='')}"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _plain(name: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in fold(name)).split())


def _quiet(page: str) -> Response:
    answer = make_response(page)
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer
