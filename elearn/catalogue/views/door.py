"""What every page of this domain stands on: the blueprint, and the words of its sets."""

from typing import Any

from flask import Blueprint

from elearn import media
from elearn.areas import LEVEL_NAMES
from elearn.catalogue import rules

bp = Blueprint("catalogue", __name__)


@bp.context_processor
def _names() -> dict[str, Any]:
    return {
        "BLOCK_NAMES": rules.BLOCK_NAMES,
        "CERTIFICATE_NAMES": rules.CERTIFICATE_NAMES,
        "CONTENT_TAG_NAMES": rules.CONTENT_TAG_NAMES,
        "LEVEL_NAMES": LEVEL_NAMES,
        "MODE_NAMES": rules.MODE_NAMES,
        "REGION_NAMES": rules.REGION_NAMES,
        "SHELF_NAMES": media.SHELF_NAMES,
        "STATE_NAMES": media.STATE_NAMES,
    }
