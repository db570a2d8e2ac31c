"""How a figure stands to its target, and whether anybody can be in a group."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from elearn.text import msg


class State(StrEnum):
    """How a figure stands to its target, or why there is none."""

    MET = "met"
    NEAR = "near"
    NOT_MET = "not_met"
    NO_TARGET = "no_target"
    NOBODY = "nobody"
    ENDED = "ended"
    NO_DATA = "no_data"
    NOT_COUNTED = "not_counted"


STATE_NAMES = {
    State.MET: msg("đạt"),
    State.NEAR: msg("còn thiếu dưới 10 điểm phần trăm"),
    State.NOT_MET: msg("chưa đạt"),
    State.NO_TARGET: msg("đề án không đặt chỉ tiêu"),
    State.NOBODY: msg("không có ai giữ chức danh"),
    State.ENDED: msg("đã kết thúc"),
    State.NO_DATA: msg("chưa có số liệu"),
    State.NOT_COUNTED: msg("chưa tính xong"),
}


@dataclass(frozen=True, slots=True)
class Holding:
    """Whether holding some post put people into a group on the day; if no more, until when."""

    is_open: bool
    ended_on: date | None = None
