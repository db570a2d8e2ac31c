"""A weak line: what passes is slow and late, is counted, and is cut when it pleases.

It carries bytes as a line of so many bits a second does, each way, shared by all connections; each
byte comes half a round trip late, and a connection takes a round trip to be made. What is counted
are the bytes of the connections; the heads of packets are not seen from here.
"""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

_PIECE = 1400  # Bytes; about what a packet carries.


@dataclass(slots=True)
class Exchange:
    """One request and its answer: how many bytes went each way."""

    asked: str
    up: int = 0
    down: int = 0

    @property
    def size(self) -> int:
        return self.up + self.down


@dataclass(slots=True)
class _Way:
    """One direction of the line, in which pieces stand one behind another."""

    bytes_per_s: float
    free_at: float = 0.0

    def slot(self, size: int) -> float:
        """Return when a piece that comes now will have passed."""
        now = asyncio.get_running_loop().time()
        self.free_at = max(now, self.free_at) + size / self.bytes_per_s
        return self.free_at


@dataclass(slots=True)
class Line:
    """A line to a server: its speed, what was exchanged over it, and whether it is cut."""

    to: int
    kbit_per_s: int = 400
    round_trip_s: float = 0.4
    exchanges: list[Exchange] = field(default_factory=list)
    port: int = 0
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _up: _Way = field(init=False)
    _down: _Way = field(init=False)
    _open: asyncio.Event = field(default_factory=asyncio.Event)
    _ends: set[asyncio.StreamWriter] = field(default_factory=set)

    def __post_init__(self) -> None:
        speed = self.kbit_per_s * 1000 / 8
        self._up, self._down = _Way(speed), _Way(speed)

    def cut(self, *, hard: bool) -> None:
        """Cut the line: hard ends what is open, else nothing passes and nobody is told."""
        self.loop.call_soon_threadsafe(self._cut, hard)

    def mend(self) -> None:
        self.loop.call_soon_threadsafe(self._open.set)

    def _cut(self, hard: bool) -> None:
        self._open.clear()
        for end in self._ends if hard else ():
            end.transport.abort()

    async def serve(self, ready: threading.Event) -> None:
        """Carry whatever comes until the loop is stopped."""
        self._open.set()
        server = await asyncio.start_server(self._carry, "127.0.0.1", 0, limit=_PIECE)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await server.serve_forever()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.CancelledError):
            await self._pass(self.round_trip_s)
            inner, outer = await asyncio.open_connection("127.0.0.1", self.to, limit=_PIECE)
            call = _Call(self)
            self._ends |= {writer, outer}
            ways = (
                self._flow(reader, outer, self._up, call.goes_up),
                self._flow(inner, writer, self._down, call.comes_down),
            )
            await asyncio.gather(*ways, return_exceptions=True)
            self._ends -= {writer, outer}
            outer.close()
        writer.close()

    async def _pass(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await self._open.wait()

    async def _flow(self, source, target, way, count) -> None:  # type: ignore[no-untyped-def]  # four ends of one pipe
        loop = asyncio.get_running_loop()
        while piece := await source.read(_PIECE):
            await self._open.wait()
            count(piece)
            await asyncio.sleep(max(0.0, way.slot(len(piece)) - loop.time()))
            loop.call_later(self.round_trip_s / 2, self._hand_over, target, piece)
        await asyncio.sleep(self.round_trip_s)
        with suppress(OSError, RuntimeError):
            target.write_eof()

    def _hand_over(self, target: asyncio.StreamWriter, piece: bytes) -> None:
        if not target.is_closing():
            target.write(piece)


@dataclass(slots=True)
class _Call:
    """One connection: after an answer the next bytes begin a new request."""

    line: Line
    was_answered: bool = True

    def goes_up(self, piece: bytes) -> None:
        if self.was_answered:
            said = piece.split(b" ", 2)
            self.line.exchanges.append(Exchange(b" ".join(said[:2]).decode(errors="replace")))
            self.now, self.was_answered = self.line.exchanges[-1], False
        self.now.up += len(piece)

    def comes_down(self, piece: bytes) -> None:
        self.was_answered = True
        self.now.down += len(piece)

    now: Exchange = field(default_factory=lambda: Exchange(""))


@contextmanager
def weak(to: int, **told: float) -> Iterator[Line]:
    """Run a line to a port of this machine."""
    line = Line(to, **told)  # type: ignore[arg-type]  # speeds and times
    ready = threading.Event()
    task = threading.Thread(target=_run, args=(line, ready), daemon=True)
    task.start()
    ready.wait()
    try:
        yield line
    finally:
        line.loop.call_soon_threadsafe(line.loop.stop)
        task.join()


def _run(line: Line, ready: threading.Event) -> None:
    line.loop.create_task(line.serve(ready))
    line.loop.run_forever()
    tasks = asyncio.all_tasks(line.loop)
    for task in tasks:
        task.cancel()
    line.loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
    line.loop.close()
