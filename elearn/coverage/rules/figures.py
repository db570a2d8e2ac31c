"""One figure of a report: so many of so many, told with its state."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.targets import Target
from elearn.text import Message, msg

NEAR_POINTS = 10


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
    State.NOT_COUNTED: msg("chưa tính được"),
}


def percent_of(part: int | Decimal, whole: int | Decimal, decimals: int) -> Decimal:
    """Return a share in percent, half rounded up as offices do; money need not be whole."""
    step = Decimal(1).scaleb(-decimals)
    return (Decimal(part) * 100 / Decimal(whole)).quantize(step, ROUND_HALF_UP)


def decimal_text(share: Decimal) -> str:
    """Return a share without its sign: 80,6."""
    return f"{share}".replace(".", ",")


def percent_text(share: Decimal) -> str:
    """Return a share as it is printed: 80,6%."""
    return f"{decimal_text(share)}%"


def thousands(number: int) -> str:
    """Return a number as it is printed: 403.183."""
    return f"{number:,}".replace(",", ".")


@dataclass(frozen=True, slots=True)
class Holding:
    """Whether holding some post put people into a group on the day; if no more, until when."""

    is_open: bool
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One indicator in one area: `n` persons trained of `N` in post, as of a day."""

    indicator: Indicator
    target: Target | None
    holding: Holding
    n: int
    N: int
    decimals: int

    @property
    def state(self) -> State:
        if without := self._without_figure():
            return without
        if self.target is None or self.target.percent is None:
            return State.NO_TARGET
        if self.target.is_met(self.n, self.N):
            return State.MET
        lacking = self.target.percent * self.N - self.n * 100
        return State.NEAR if lacking < NEAR_POINTS * self.N else State.NOT_MET

    def _without_figure(self) -> State | None:
        if not self.indicator.is_counted:
            return State.NOT_COUNTED
        if not self.holding.is_open:
            return State.ENDED if self.holding.ended_on else State.NO_DATA
        return None if self.N else State.NOBODY

    @property
    def has_figure(self) -> bool:
        """Return whether there is a share to tell: somebody is in post."""
        return self._without_figure() is None

    @property
    def is_known(self) -> bool:
        """Return whether it is known how many there are, be it nobody."""
        return self._without_figure() in (None, State.NOBODY)

    @property
    def percent(self) -> Decimal | None:
        return percent_of(self.n, self.N, self.decimals) if self.has_figure else None

    @property
    def percent_text(self) -> str:
        """Return 80,6%; a dash where nobody is in post; words where nothing can be known."""
        if self.percent is not None:
            return percent_text(self.percent)
        return "–" if self.state is State.NOBODY else str(self.words)

    @property
    def words(self) -> Message:
        """Return the state in words, for people."""
        if self.holding.ended_on and self.state is State.ENDED:
            return msg("kết thúc ngày %(day)s", day=f"{self.holding.ended_on:%d/%m/%Y}")
        return STATE_NAMES[self.state]

    @property
    def ratio(self) -> str:
        """Return 2.451/3.312, where it is known."""
        return f"{thousands(self.n)}/{thousands(self.N)}" if self.is_known else ""

    @property
    def untrained(self) -> int:
        return self.N - self.n

    @property
    def missing(self) -> int:
        """Return how many persons the target still needs."""
        return self.target.missing(self.n, self.N) if self.target and self.has_figure else 0
