"""Learners at their players: each reports when she is told to, and keeps a ledger of receipts."""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from time import monotonic
from typing import Any

from scripts.proofs._deadline_asking import page, report
from scripts.proofs._deadline_site import FIRST_INTERVAL, LECTURE, LENGTH, PROGRAMME, Seat
from scripts.proofs._deadline_wire import Answer, Connection

_READERS, _LATEST_START = 20, 1800  # Somewhere in the first half hour of the lecture.
_BACK_OFF_SECONDS = 2.0
_LONGEST_SECONDS = 30.0
_PAGES = ("/", f"/lectures/{LECTURE}", f"/programmes/{PROGRAMME}", "/account")


@dataclass(frozen=True, slots=True)
class Timed:
    """An answer: when it came by the clock of the run, its status, and how long it took."""

    at: float
    status: int
    seconds: float


@dataclass(slots=True)
class Learner:
    """One player: what it has played, what was acknowledged, and when it reports next."""

    seat: Seat
    connection: Connection
    begin: int
    #: Up to which second everything was acknowledged as kept.
    kept_to: int
    #: Played and said before, and not credited then: twice the clock was the most.
    refused: list[list[int]] = field(default_factory=list)
    #: What the server acknowledged, report by report.
    ledger: list[list[list[int]]] = field(default_factory=list)
    interval: int = FIRST_INTERVAL
    failures: int = 0
    due: asyncio.TimerHandle | None = None


class Crowd:
    """All learners, the connections they share, and the clock they play by."""

    def __init__(self, port: int, seats: Sequence[Seat], connections: int, chance: Random) -> None:
        self._chance = chance
        self._lines = [Connection(port) for _ in range(connections)]
        self._readers = [Connection(port) for _ in range(_READERS)]
        self.learners = [
            self._learner(seat, self._lines[number % connections])
            for number, seat in enumerate(seats)
        ]
        self.reports: list[Timed] = []
        self.pages: list[Timed] = []
        self.began = 0.0
        #: How often players were last told to report, in seconds.
        self.told = FIRST_INTERVAL

    def _learner(self, seat: Seat, connection: Connection) -> Learner:
        begin = self._chance.randrange(_LATEST_START)
        return Learner(seat, connection, begin, begin)

    async def connect(self) -> None:
        """Open every connection, and wait until the server answers: the day begins with it up."""
        for line in [*self._lines, *self._readers]:
            await line.open()
        for reader in self._readers:
            answered = asyncio.get_running_loop().create_future()
            reader.ask(page(self.learners[0].seat, _PAGES[0]), answered.set_result)
            await answered

    @property
    def now(self) -> float:
        return monotonic() - self.began

    def begin(self) -> None:
        """Have everybody press play; the first reports fall anywhere within the first interval."""
        self.began = monotonic()
        for learner in self.learners:
            self._later(learner, self._chance.uniform(0, FIRST_INTERVAL))

    def _later(self, learner: Learner, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        learner.due = loop.call_later(seconds, self._report, learner, self._scheduled)

    def _report(self, learner: Learner, told: Callable[[Learner, Answer], None]) -> None:
        to = min(LENGTH, learner.begin + int(self.now) + 1)
        ranges = [*learner.refused]
        if to > learner.kept_to:
            ranges.append([learner.kept_to, to])

        def heard(answer: Answer) -> None:
            self.reports.append(Timed(self.now, answer.status, answer.seconds))
            if answer.status == 200:
                learner.ledger.append(ranges)
                self._acknowledged(learner, to, json.loads(answer.body))
            told(learner, answer)

        learner.connection.ask(report(learner.seat, ranges, to), heard)

    def _acknowledged(self, learner: Learner, to: int, body: dict[str, Any]) -> None:
        receipt = body["receipts"][0]
        assert "unknown" not in receipt, receipt
        learner.refused = receipt.get("refused", [])
        learner.kept_to = max(learner.kept_to, to)
        learner.failures = 0
        learner.interval = self.told = body["interval"]

    def _scheduled(self, learner: Learner, answer: Answer) -> None:
        self._later(learner, self._pause(learner, answer))

    def _pause(self, learner: Learner, answer: Answer) -> float:
        """Return how long a player waits after an answer: as told, or longer after each failure."""
        if answer.status == 200:
            return learner.interval
        learner.failures += 1
        if answer.retry_after:
            learner.interval = max(learner.interval, answer.retry_after)
            return answer.retry_after * (1 + self._chance.random())
        most = min(_LONGEST_SECONDS, _BACK_OFF_SECONDS * 2**learner.failures)
        return self._chance.uniform(0, most)

    def read_pages(self, per_second: float) -> None:
        """Ask for a page, and go on asking for as long as the loop runs."""
        reader = self._chance.choice(self._readers)
        seat = self._chance.choice(self.learners).seat
        reader.ask(page(seat, self._chance.choice(_PAGES)), self._read)
        loop = asyncio.get_running_loop()
        self._reading = loop.call_later(1 / per_second, self.read_pages, per_second)

    def _read(self, answer: Answer) -> None:
        self.pages.append(Timed(self.now, answer.status, answer.seconds))

    def hush(self) -> None:
        """Have nobody report by herself any more."""
        self._reading.cancel()
        for learner in self.learners:
            if learner.due:
                learner.due.cancel()

    async def rush(self, at_once: int, seconds: float) -> int:
        """Have so many report again and again, without a pause; return the receipts of it."""
        before = sum(len(one.ledger) for one in self.learners)
        order = iter(self.learners * 1000)
        until = monotonic() + seconds
        done = asyncio.get_running_loop().create_future()
        open_ = at_once

        def again(_learner: Learner, _answer: Answer) -> None:
            nonlocal open_
            if monotonic() < until:
                self._report(next(order), again)
            elif (open_ := open_ - 1) == 0:
                done.set_result(None)

        for _ in range(at_once):
            self._report(next(order), again)
        await done
        return sum(len(one.ledger) for one in self.learners) - before

    async def drain(self) -> None:
        """Have everybody close her page and send what is left, for as long as it takes."""
        waiting = {id(one) for one in self.learners}
        done = asyncio.get_running_loop().create_future()

        def told(learner: Learner, answer: Answer) -> None:
            if answer.status == 200 and not learner.refused:
                waiting.discard(id(learner))
                if not waiting and not done.done():
                    done.set_result(None)
                return
            loop = asyncio.get_running_loop()
            wait = 2.0 if answer.status == 200 else self._pause(learner, answer)
            learner.due = loop.call_later(wait, self._report, learner, told)

        for learner in self.learners:
            loop = asyncio.get_running_loop()
            loop.call_later(self._chance.uniform(0, 30), self._report, learner, told)
        await done
