"""What every page of this domain stands on: the blueprint, and the words of its sets."""

from typing import Any

from flask import Blueprint

from elearn import catalogue
from elearn.classes import rules

bp = Blueprint("classes", __name__, url_prefix="/classes")


@bp.context_processor
def _names() -> dict[str, Any]:
    return {
        "STATE_NAMES": rules.STATE_NAMES,
        "RESULT_NAMES": rules.RESULT_NAMES,
        "CERTIFICATE_NAMES": catalogue.CERTIFICATE_NAMES,
    }
