"""A signal in a sentence: how much of what, when; and from how much on it is shown."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from elearn import clock
from elearn.learning.signals.rules.kinds import SignalKind
from elearn.text import Message, msg


class Notable(Protocol):
    """What a sentence tells."""

    kind: Any
    weight: Any
    measure: Any
    numbers: Any
    first_at: Any
    last_at: Any


def told_of(one: Notable) -> Message:
    """Return what was found, with its numbers."""
    return _SENTENCES[one.kind](one.weight, one.numbers, one)


def measure_of(one: Notable) -> Message:
    """Return from how much on such a thing is shown."""
    return _MEASURES[one.kind](one.measure)


def _speed(weight: int, numbers: Mapping[str, int], one: Notable) -> Message:
    return msg(
        "%(days)s: máy báo đã xem nhiều hơn %(minutes)s phút so với mức đồng hồ cho phép,"
        " ở %(films)s bài. Phần này chưa được ghi nhận.",
        days=_days(one),
        minutes=weight // 60,
        films=numbers.get("films", 1),
    )


def _device(weight: int, numbers: Mapping[str, int], one: Notable) -> Message:
    return msg(
        "%(days)s: %(persons)s người học trên cùng một máy, %(visits)s lượt mở"
        " bài, trong đó %(together)s lượt mở khi lượt của người khác chưa dừng.",
        days=_days(one),
        persons=weight,
        visits=numbers.get("visits", 0),
        together=numbers.get("together", 0),
    )


def _traces(weight: int, numbers: Mapping[str, int], one: Notable) -> Message:
    return msg(
        "%(days)s: %(persons)s người bắt đầu và dừng %(lectures)s bài vào cùng"
        " một lúc, xem đúng những giây như nhau.",
        days=_days(one),
        persons=numbers.get("persons", 2),
        lectures=weight,
    )


def _clock(weight: int, numbers: Mapping[str, int], one: Notable) -> Message:
    return msg(
        "%(days)s: đồng hồ của máy nhảy %(jumps)s lần, lần nhiều nhất %(minutes)s phút.",
        days=_days(one),
        jumps=weight,
        minutes=numbers.get("minutes", 0),
    )


_SENTENCES: dict[SignalKind, Callable[[int, Mapping[str, int], Notable], Message]] = {
    SignalKind.SPEED: _speed,
    SignalKind.DEVICE: _device,
    SignalKind.TRACES: _traces,
    SignalKind.CLOCK: _clock,
}
_MEASURES: dict[SignalKind, Callable[[int], Message]] = {
    SignalKind.SPEED: lambda least: msg(
        "Nêu khi vượt từ %(minutes)s phút một ngày.", minutes=least // 60
    ),
    SignalKind.DEVICE: lambda least: msg(
        "Nêu khi từ %(persons)s người trở lên trong một tuần.", persons=least
    ),
    SignalKind.TRACES: lambda least: msg(
        "Nêu khi giống nhau từ %(lectures)s bài trở lên.", lectures=least
    ),
    SignalKind.CLOCK: lambda least: msg(
        "Nêu khi nhảy từ %(jumps)s lần trở lên trong một tuần.", jumps=least
    ),
}


def _days(one: Notable) -> str:
    """Return the day, or the first and the last of them."""
    first, last = (clock.day_of(moment) for moment in (one.first_at, one.last_at))
    return f"{first:%d/%m/%Y}" if first == last else f"{first:%d/%m/%Y} – {last:%d/%m/%Y}"
