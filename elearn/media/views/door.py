"""What every page of this domain stands on: the blueprint, and the words of its states."""

from flask import Blueprint

from elearn.media.models import STATE_NAMES

bp = Blueprint("media", __name__, url_prefix="/media")


@bp.context_processor
def _words() -> dict[str, object]:
    return {"STATE_NAMES": STATE_NAMES}
