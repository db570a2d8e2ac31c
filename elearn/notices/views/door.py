"""What these pages share: the blueprint, the sentences, and the bell of every page."""

from flask import Blueprint
from flask_login import current_user

from elearn.notices import queries
from elearn.notices.models import Notice
from elearn.notices.rules import LETTER_STATE_NAMES, text_of, title_of
from elearn.web import db, told

bp = Blueprint("notices", __name__, url_prefix="/notices")


@bp.app_template_global()
def unread_notices() -> int:
    """Return how much the person of this request has not read."""
    return queries.unread_count(db(), current_user.presence.person_id)


@bp.app_template_filter()
def notice_title(notice: Notice) -> str:
    return told(title_of(notice.kind, notice.details))


@bp.app_template_filter()
def notice_text(notice: Notice) -> str:
    return told(text_of(notice.kind, notice.details))


@bp.context_processor
def _names() -> dict[str, object]:
    return {"LETTER_STATE_NAMES": LETTER_STATE_NAMES}
