"""The desk where reports are taken: all that have come meanwhile go into one transaction.

An answer goes out after the commit only.
"""

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic

from elearn.errors import Refusal
from elearn.learning.reporting import heads
from elearn.learning.reporting.heads import Asked
from elearn.learning.reporting.keeping import House, Keeper
from elearn.learning.reporting.pace import MOST_AT_ONCE, Pace, Took
from elearn.learning.reporting.wire import come_later

log = logging.getLogger(__name__)

#: What goes out, or nothing: then a page answers.
Answer = bytes | None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A request that waits for its answer."""

    asked: Asked
    came_at: float
    done: Callable[[Answer], None]


class Desk:
    """Takes reports from the loop of a web server, and answers them from a thread of its own."""

    most_bytes = heads.MOST_BYTES
    read = staticmethod(heads.read)

    def __init__(self, house: Callable[[], House], pace: Pace) -> None:
        self.house, self.pace = house, pace
        self.keeper = Keeper(house, pace)
        self._waiting: queue.SimpleQueue[Ticket] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._first_at = 0.0  # Since when the first of those waits that are at work now.

    def turned_away(self, asked: Asked) -> bytes | None:
        """Return the answer to a request that would wait too long; nothing of it is kept."""
        first_at = self._first_at
        oldest = monotonic() - first_at if first_at else 0.0
        is_behind = self.pace.is_behind(self._waiting.qsize(), oldest)
        return come_later(self.pace, asked.body) if is_behind else None

    def take(self, asked: Asked, done: Callable[[Answer], None]) -> None:
        """Have a request answered; `done` is called with the answer, by another thread."""
        self._waiting.put(Ticket(asked, monotonic(), done))
        if self._thread is None:  # Not sooner: a thread does not outlast a fork.
            self._thread = threading.Thread(target=self._work, daemon=True, name="reports")
            self._thread.start()

    def _work(self) -> None:
        while True:
            some = [self._waiting.get()]
            while len(some) < MOST_AT_ONCE and not self._waiting.empty():
                some.append(self._waiting.get())
            began, self._first_at = monotonic(), some[0].came_at
            answers = self._answers([ticket.asked for ticket in some])
            ended, self._first_at = monotonic(), 0.0
            self.pace.took(Took(ended, began - some[0].came_at, ended - began, len(some)))
            for ticket, answer in zip(some, answers, strict=True):
                ticket.done(answer)

    def _answers(self, some: Sequence[Asked]) -> Sequence[Answer]:
        """Answer them together; if that fails, each by itself, so that none spoils another's."""
        try:
            return self.keeper.answers(some)
        except Exception:
            log.exception("%d requests with reports failed together", len(some))
            return [self._alone(asked) for asked in some]

    def _alone(self, asked: Asked) -> Answer:
        try:
            return self.keeper.answers([asked])[0]
        except Refusal:
            return None
        except Exception:
            log.exception("a request with reports failed")
            return come_later(self.pace, asked.body)
