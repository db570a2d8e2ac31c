"""Why a tenure ends, and how one passes from a post to another."""

from enum import StrEnum

from elearn.text import msg


class EndReason(StrEnum):
    """Why a tenure ended."""

    TERM_ENDED = "term_ended"
    TRANSFERRED = "transferred"
    ROTATED = "rotated"
    SECONDED = "seconded"
    ELECTED = "elected"
    RETIRED = "retired"
    RESIGNED = "resigned"
    DOWNSIZED = "downsized"
    RELIEVED = "relieved"
    DISMISSED = "dismissed"
    DIED = "died"
    UNIT_ENDED = "unit_ended"
    OTHER = "other"


END_REASON_NAMES = {
    EndReason.TERM_ENDED: msg("hết nhiệm kỳ"),
    EndReason.TRANSFERRED: msg("điều động"),
    EndReason.ROTATED: msg("luân chuyển"),
    EndReason.SECONDED: msg("biệt phái"),
    EndReason.ELECTED: msg("được bầu, bổ nhiệm giữ chức danh khác"),
    EndReason.RETIRED: msg("nghỉ hưu"),
    EndReason.RESIGNED: msg("thôi việc"),
    EndReason.DOWNSIZED: msg("tinh giản biên chế"),
    EndReason.RELIEVED: msg("miễn nhiệm"),
    EndReason.DISMISSED: msg("cách chức, bãi nhiệm"),
    EndReason.DIED: msg("qua đời"),
    EndReason.UNIT_ENDED: msg("đơn vị kết thúc hoạt động"),
    EndReason.OTHER: msg("lý do khác"),
}


class MoveKind(StrEnum):
    """How a person passes from one post to another in a single act."""

    TRANSFER = "transfer"
    ROTATION = "rotation"
    SECONDMENT = "secondment"
    ELECTION = "election"


MOVE_NAMES = {
    MoveKind.TRANSFER: msg("Điều động"),
    MoveKind.ROTATION: msg("Luân chuyển"),
    MoveKind.SECONDMENT: msg("Biệt phái"),
    MoveKind.ELECTION: msg("Được bầu, bổ nhiệm giữ chức danh khác"),
}

#: Why the post before has ended, by how she moved on.
MOVE_REASONS = {
    MoveKind.TRANSFER: EndReason.TRANSFERRED,
    MoveKind.ROTATION: EndReason.ROTATED,
    MoveKind.SECONDMENT: EndReason.SECONDED,
    MoveKind.ELECTION: EndReason.ELECTED,
}
