"""The closed sets of a class, and how their members are called."""

from enum import StrEnum

from elearn.text import msg


class ClassState(StrEnum):
    """How far a class is."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


STATE_NAMES = {
    ClassState.PLANNED: msg("Dự kiến"),
    ClassState.OPEN: msg("Đang mở"),
    ClassState.CLOSED: msg("Đã chốt"),
    ClassState.CANCELLED: msg("Đã hủy"),
}


class Result(StrEnum):
    """What the confirmed closing list says of a person."""

    COMPLETED = "completed"
    NOT_COMPLETED = "not_completed"


RESULT_NAMES = {
    Result.COMPLETED: msg("Hoàn thành"),
    Result.NOT_COMPLETED: msg("Chưa hoàn thành"),
}
