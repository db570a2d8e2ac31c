"""What every page of this domain stands on: the blueprint, and the words of its sets."""

from flask import Blueprint

from elearn import catalogue
from elearn.certificates.rules import (
    STATE_NAMES,
    State,
    day_in_words,
    time_in_words,
)
from elearn.people import born_as_printed

bp = Blueprint("certificates", __name__)

#: How a state looks wherever it stands: the kind of its pill and its sign.
STATE_SIGNS = {
    State.VALID: ("ok", "ok"),
    State.REPLACED: ("idle", "swap"),
    State.REVOKED: ("bad", "bad"),
}


@bp.context_processor
def _words() -> dict[str, object]:
    return {
        "KIND_NAMES": catalogue.CERTIFICATE_NAMES,
        "STATE_NAMES": STATE_NAMES,
        "STATE_SIGNS": STATE_SIGNS,
        "born_as_printed": born_as_printed,
        "day_in_words": day_in_words,
        "time_in_words": time_in_words,
    }
