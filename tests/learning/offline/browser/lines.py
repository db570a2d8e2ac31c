"""A line to the server that a test may cut or silence, and on which somebody else may answer."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from urllib.parse import urlsplit

from tests.browser.living import Live

_BADLY = (
    b"HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 20\r\n"
    b"Connection: close\r\n\r\n<h1>Bad Gateway</h1>"
)


class State(Enum):
    """What becomes of what goes along the line."""

    OPEN = auto()
    DEAD = auto()  # Whoever calls is cut off.
    SILENT = auto()  # Whoever calls hears nothing.
    BADLY = auto()  # A proxy says that nobody is there.


@dataclass
class Line:
    """A line between browsers and a server."""

    live: Live
    listener: socket.socket
    state: State = State.OPEN
    #: What the worker is answered for; the server's own if nothing.
    worker: str = ""
    #: With what requests begin whose askers are cut off; nobody's if it is nothing.
    barred: str = ""
    ends: set[socket.socket] = field(default_factory=set)

    @property
    def address(self) -> str:
        """Where the server is reached along it."""
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def turn(self, state: State) -> None:
        """Have the line be so from now on; what is under way breaks off."""
        self.state = state
        while self.ends:  # One that comes meanwhile is among them, or finds the new state.
            _close(self.ends.pop())

    @contextmanager
    def barring(self, beginning: str) -> Iterator[None]:
        """Cut off for a while whoever asks for something, such as "POST /envelopes"."""
        self.barred = beginning
        try:
            yield
        finally:
            self.barred = ""

    def serve(self) -> None:
        """Take calls until the line is closed."""
        with suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                self.ends.add(near)
                threading.Thread(target=self._answer, args=(near,), daemon=True).start()

    def _answer(self, near: socket.socket) -> None:
        if self.state is State.OPEN:
            self._connect(near)
        elif self.state is State.BADLY:
            with suppress(OSError):
                near.recv(65536)
                near.sendall(_BADLY)
            _close(near)
        elif self.state is State.DEAD:
            _close(near)

    def _connect(self, near: socket.socket) -> None:
        parts = urlsplit(self.live.address)
        far = socket.create_connection((parts.hostname, parts.port))
        self.ends.add(far)
        threading.Thread(target=_carry, args=(far, near), daemon=True).start()
        self._ask(near, far)

    def _ask(self, near: socket.socket, far: socket.socket) -> None:
        with suppress(OSError):
            while piece := near.recv(65536):
                if self.barred and piece.startswith(self.barred.encode()):
                    break
                if self.worker and piece.startswith(b"GET /worker.js "):
                    near.sendall(_script(self.worker))
                else:
                    far.sendall(piece)
        _close(near)
        _close(far)


def _script(text: str) -> bytes:
    body = text.encode()
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\nCache-Control: no-cache\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def _carry(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
    _close(source)
    _close(target)


def _close(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextmanager
def line_to(live: Live) -> Iterator[tuple[Line, Live]]:
    """Give a line to the server, and the server as it is reached along it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = Line(live, listener)
        threading.Thread(target=line.serve, daemon=True).start()
        yield line, replace(live, address=line.address)
        _close(listener)
        line.turn(State.DEAD)
