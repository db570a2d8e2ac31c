"""Whom a change of a medium is refused."""

from elearn.access import Actor
from elearn.errors import Forbidden
from elearn.media.models import Medium
from elearn.media.rules import may_change
from elearn.text import msg

_ONLY_OWNER = msg("Video này của người khác. Người đã tải lên hoặc quản trị trung ương sửa được.")


def refuse_strangers(actor: Actor, medium: Medium) -> None:
    """Let only those go on who may change this medium.

    :raise Forbidden: to everybody else.
    """
    if not may_change(actor, medium.created_by_id):
        raise Forbidden(_ONLY_OWNER)
