"""How a worker is told to end: once, and nothing it has begun is torn."""

import signal
from types import FrameType

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stopped(BaseException):
    """The operator asked the worker to end."""


def listen() -> None:
    """From now on raise `Stopped` where the work is, when the operator asks for it."""
    for number in _SIGNALS:
        signal.signal(number, _stop)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    for number in _SIGNALS:  # A second one must not tear what the first one set going.
        signal.signal(number, _pass_over)
    raise Stopped


def _pass_over(_signal: int, _frame: FrameType | None) -> None:
    """Do nothing; to ignore a signal that is on its way already, Python would complain."""
