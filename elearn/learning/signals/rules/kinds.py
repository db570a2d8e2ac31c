"""The kinds of signals, how one stands, and what a person may make of it."""

from enum import StrEnum

from elearn.text import msg


class SignalKind(StrEnum):
    """What is unusual."""

    SPEED = "speed"
    DEVICE = "device"
    TRACES = "traces"
    CLOCK = "clock"


KIND_NAMES = {
    SignalKind.SPEED: msg("Nhanh hơn đồng hồ"),
    SignalKind.DEVICE: msg("Nhiều người trên một máy"),
    SignalKind.TRACES: msg("Lượt xem giống hệt nhau"),
    SignalKind.CLOCK: msg("Đồng hồ của máy nhảy"),
}
#: What it mostly is: read before somebody is asked.
USUAL = {
    SignalKind.SPEED: msg(
        "Thường vì mở bài trên hai máy cùng lúc, hoặc mất mạng lâu rồi gửi cả một lượt."
    ),
    SignalKind.DEVICE: msg(
        "Thường vì cả nhà dùng chung điện thoại, cả chi hội học ở nhà văn hóa,"
        " hoặc dùng máy tính của xã."
    ),
    SignalKind.TRACES: msg("Thường vì ngồi cạnh nhau, cùng bấm một lúc và xem hết bài."),
    SignalKind.CLOCK: msg("Thường vì máy hết pin rồi mất giờ, hoặc có người chỉnh giờ bằng tay."),
}


class SignalState(StrEnum):
    """How a signal stands."""

    OPEN = "open"
    KEPT = "kept"
    JUDGED = "judged"
    GONE = "gone"


STATE_NAMES = {
    SignalState.OPEN: msg("Chờ xem"),
    SignalState.KEPT: msg("Cần xem lại"),
    SignalState.JUDGED: msg("Đã xem xong"),
    SignalState.GONE: msg("Không còn"),
}


class Verdict(StrEnum):
    """What a person made of a signal."""

    NOTHING = "nothing"
    EXPLAINED = "explained"
    AGAIN = "again"


VERDICT_NAMES = {
    Verdict.NOTHING: msg("Không có gì"),
    Verdict.EXPLAINED: msg("Đã hỏi, giải thích được"),
    Verdict.AGAIN: msg("Cần xem lại"),
}
#: Where a verdict leaves the signal.
STATE_AFTER = {
    Verdict.NOTHING: SignalState.JUDGED,
    Verdict.EXPLAINED: SignalState.JUDGED,
    Verdict.AGAIN: SignalState.KEPT,
}


class OutageSource(StrEnum):
    """How an outage came to be known."""

    ENTERED = "entered"
    FOUND = "found"


SOURCE_NAMES = {
    OutageSource.ENTERED: msg("có người ghi"),
    OutageSource.FOUND: msg("hệ thống tự thấy"),
}
