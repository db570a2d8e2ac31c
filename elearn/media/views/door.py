"""What every page of this domain stands on: the blueprint, and the words of its states."""

from flask import Blueprint

from elearn.media.models import STATE_NAMES, VersionState

bp = Blueprint("media", __name__, url_prefix="/media")

#: Kind and sign of the pill of a state.
SIGNS = {
    VersionState.WAITING: ("idle", "clock"),
    VersionState.AT_WORK: ("brand", "half"),
    VersionState.READY: ("ok", "ok"),
    VersionState.FAILED: ("bad", "bad"),
}


@bp.context_processor
def _words() -> dict[str, object]:
    return {"STATE_NAMES": STATE_NAMES, "SIGNS": SIGNS}
