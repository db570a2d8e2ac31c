"""Requests on open connections: one at a time on each, as a browser sends them by HTTP/1.1."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

_AGAIN_SECONDS = 0.5  # Before a connection that was ended is opened anew.


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and when; status 0: the connection ended instead."""

    status: int
    body: bytes
    retry_after: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, since when it waits, and who is told the answer."""

    request: bytes
    since: float
    told: Callable[[Answer], None]


class Connection(asyncio.Protocol):
    """One connection that is opened again whenever it ends; requests wait in a line."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._line: deque[Asked] = deque()
        self._now: Asked | None = None
        self._wire: asyncio.Transport | None = None
        self._came = b""
        self._length = -1

    async def open(self) -> None:
        """Connect, however often it takes."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                await loop.create_connection(lambda: self, "127.0.0.1", self.port)
                return
            except OSError:
                await asyncio.sleep(_AGAIN_SECONDS)

    def ask(self, request: bytes, told: Callable[[Answer], None]) -> None:
        """Have a request sent when those before it are answered."""
        self._line.append(Asked(request, monotonic(), told))
        self._send()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._wire = transport
        self._send()

    def connection_lost(self, _error: Exception | None) -> None:
        self._wire, self._came, self._length = None, b"", -1
        self._answer(0, b"", 0)
        self._opening = asyncio.ensure_future(self.open())

    def data_received(self, data: bytes) -> None:
        self._came += data
        head, found, rest = self._came.partition(b"\r\n\r\n")
        if not found:
            return
        length = _number(head, b"content-length:")
        if len(rest) >= length:
            self._came = b""
            self._answer(int(head[9:12]), rest, _number(head, b"retry-after:"))

    def _send(self) -> None:
        if self._wire and self._now is None and self._line:
            self._now = self._line.popleft()
            self._wire.write(self._now.request)

    def _answer(self, status: int, body: bytes, retry_after: int) -> None:
        asked, self._now = self._now, None
        if asked:
            asked.told(Answer(status, body, retry_after, monotonic() - asked.since))
        self._send()


def _number(head: bytes, name: bytes) -> int:
    place = head.lower().find(b"\r\n" + name)
    if place < 0:
        return 0
    return int(head[place + 2 + len(name) :].split(b"\r\n", 1)[0])
