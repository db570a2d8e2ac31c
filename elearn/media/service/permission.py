"""Who is refused: to make media, or to change one of them."""

from elearn.access import Actor
from elearn.errors import Forbidden
from elearn.media.models import Medium
from elearn.media.rules import may_change, may_see
from elearn.text import msg

ONLY_MAKERS = msg("Chỉ giảng viên và người quản trị tải video lên được.")
_ONLY_OWNER = msg("Video này của người khác. Người đã tải lên hoặc quản trị trung ương sửa được.")


def refuse_learners(actor: Actor) -> None:
    """Let only those go on who make media.

    :raise Forbidden: to everybody else.
    """
    if not may_see(actor):
        raise Forbidden(ONLY_MAKERS)


def refuse_strangers(actor: Actor, medium: Medium) -> None:
    """Let only those go on who may change this medium.

    :raise Forbidden: to everybody else.
    """
    if not may_change(actor, medium.created_by_id):
        raise Forbidden(_ONLY_OWNER)
