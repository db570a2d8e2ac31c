"""What every page of this domain stands on: the blueprint, and the words of its states."""

from flask import Blueprint

from elearn import clock
from elearn.media import addresses, permits
from elearn.media.models import STATE_NAMES
from elearn.web import here

bp = Blueprint("media", __name__, url_prefix="/media")


def file_under(token: str, sha256: str, name: str) -> str:
    """Return where the holder of a permit fetches a file: "240p.mp4", "poster.webp"."""
    key = here().settings.secret_key
    permit = permits.read(key, token, now=clock.now())
    return addresses.file_address(key, permit, sha256, name)


@bp.context_processor
def _words() -> dict[str, object]:
    return {"STATE_NAMES": STATE_NAMES}


@bp.app_context_processor
def _addresses() -> dict[str, object]:
    return {"file_under": file_under}
