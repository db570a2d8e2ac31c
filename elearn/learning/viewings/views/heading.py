"""How the page of a viewing is headed: by what is to be done, or what became of it."""

from flask_babel import gettext as _
from flask_babel import ngettext

from elearn.learning.viewings.models import SharedViewing
from elearn.learning.viewings.queries import Roll


def heading(viewing: SharedViewing, roll: Roll, *, is_review: bool, is_late: bool) -> str:
    """Return the heading; it `is_review` where the reader looks the list over and states it."""
    if is_review:
        return str(_("Ai đã ngồi xem, từ lúc nào?"))
    if viewing.ended_at is None:
        return str(_("Buổi này đang mở"))
    if viewing.stated_at is None:
        return _waiting(roll, is_late=is_late)
    return _stated(roll)


def _waiting(roll: Roll, *, is_late: bool) -> str:
    if not roll.lines:
        return str(_("Chưa đánh dấu ai có mặt"))
    if is_late:
        return str(_("Buổi này đã quá hạn xác nhận"))
    return str(_("Buổi này chờ người mở buổi xác nhận"))


def _stated(roll: Roll) -> str:
    credited = sum(line.presence.confirmed_at is not None for line in roll.lines)
    present = sum(line.presence.struck_at is None for line in roll.lines)
    if credited < present:
        some = _("Đã tính cho %(credited)s trên %(all)s người", credited=credited, all=present)
        return str(some)
    return str(ngettext("Đã tính cho %(num)s người", "Đã tính cho %(num)s người", credited))
