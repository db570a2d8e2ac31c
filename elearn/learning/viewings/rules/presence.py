"""Who of those marked may sit in a stretch."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from elearn.learning.viewings.rules.brought import Brought, Refused, Span
from elearn.text import Message, msg

_UNKNOWN = msg("Không có trong danh sách cán bộ của địa bàn ngày hôm đó.")
_LEADER = msg("Người mở buổi được tính bằng lượt xem của chính mình.")
_OVER = msg("Hôm ấy người mở buổi đã xem chung đủ số buổi một ngày.")
_ELSEWHERE = msg("Đang được ghi có mặt ở một buổi xem chung khác cùng giờ.")


@dataclass(frozen=True, slots=True)
class Whom:
    """Who may be marked in a viewing; persons by the entry that stands for them."""

    roster: AbstractSet[int]
    leader: int
    #: Whether her leader has led as many others that day as she may.
    is_over: bool
    most: int
    #: The entry that stands for each entry that was named.
    wholes: Mapping[int, int]
    #: When each sat before another screen, or led there.
    elsewhere: Mapping[int, Sequence[Span]]


def admitted(one: Brought, span: Span, whom: Whom) -> tuple[tuple[int, ...], list[Refused]]:
    """Return who sat in a stretch that comes for the first time, and who of those named did not."""
    kept: dict[int, None] = {}
    refused: list[Refused] = []
    for person_id in dict.fromkeys(one.present):
        whole = whom.wholes.get(person_id, person_id)
        reason = _reason(whole, span, whom)
        if reason is None and whole not in kept and len(kept) >= whom.most:
            reason = _too_many(whom.most)
        if reason is None:
            kept[whole] = None
        else:
            refused.append(Refused(one.number, reason, person_id))
    return tuple(kept), refused


def _reason(whole: int, span: Span, whom: Whom) -> Message | None:
    if whom.is_over:
        return _OVER
    if whole == whom.leader:
        return _LEADER
    if whole not in whom.roster:
        return _UNKNOWN
    return _ELSEWHERE if _is_taken(whom.elsewhere.get(whole, ()), span) else None


def _too_many(most: int) -> Message:
    return msg("Một màn hình tính cho nhiều nhất %(most)s người cùng lúc.", most=most)


def _is_taken(busy: Iterable[Span], span: Span) -> bool:
    return any(span.overlaps(other) for other in busy)
