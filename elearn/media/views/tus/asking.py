"""How far an upload is."""

from flask import Response
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.media.queries.uploads import upload_of
from elearn.media.views.door import bp
from elearn.media.views.tus.protocol import facts_of, offer, speaks_tus
from elearn.web import db, person_id

_ADDRESS = "/uploads/<token>"

bp.add_url_rule(
    _ADDRESS,
    "tus_offer_one",
    lambda token: offer(),  # noqa: ARG005  # What is offered is the same for each.
    methods=["OPTIONS"],
    provide_automatic_options=False,
)


@bp.route(_ADDRESS, methods=["HEAD"], provide_automatic_options=False)
@speaks_tus
def tus_ask(token: str) -> ResponseReturnValue:
    upload = upload_of(db(), person_id(), token, now=clock.now())
    facts = {**facts_of(upload), "Upload-Length": str(upload.length)}
    if upload.told:
        facts["Upload-Metadata"] = upload.told
    return Response(status=200, headers=facts)
