"""A line to the server on which films break off where a test wants it, and are counted."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from math import inf

_PIECE = 8 * 1024
_FILM = b"GET /media/files/"
_END = b"Content-Length: 0\r\nConnection: close\r\n\r\n"
_GONE = b"HTTP/1.1 410 Gone\r\n" + _END
_BUSY = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: %d\r\n" + _END
_LINGER_NONE = b"\x01\x00\x00\x00\x00\x00\x00\x00"


@dataclass
class Line:
    """A line from a port of its own to the server; what it does it does to films alone.

    Pages, and the worker that comes when it likes, pass as if nothing were the matter.
    """

    to: int
    listener: socket.socket
    #: After so many bytes more it breaks.
    cuts: list[int] = field(default_factory=list)
    #: Bytes a second; a line without one has much on its way when it breaks.
    rate: float = inf
    #: So many addresses of films that are asked for will have run out.
    run_out: int = 0
    #: Seconds after which whoever asks for a film is told to come again; 0: the server is not busy.
    busy: int = 0
    down: int = 0
    broken: int = 0
    _showing: set[socket.socket] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        """Take calls until the listener is closed."""
        with suppress(OSError):
            while True:
                caller, _ = self.listener.accept()
                threading.Thread(target=self._carry, args=(caller,), daemon=True).start()

    def _carry(self, caller: socket.socket) -> None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.to)) as server:
            up = threading.Thread(target=self._up, args=(caller, server), daemon=True)
            up.start()
            is_broken = self._down(server, caller)
            caller.shutdown(socket.SHUT_RD)  # Else it stays open for who still listens to it.
            up.join()
            if is_broken:  # A reset: what had not been read yet is lost.
                caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NONE)
        self._showing.discard(caller)
        caller.close()

    def _up(self, caller: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while piece := caller.recv(_PIECE):
                if not piece.startswith(_FILM):
                    self._showing.discard(caller)
                elif refusal := self._refusal():
                    caller.sendall(refusal)
                    break
                else:
                    self._showing.add(caller)
                server.sendall(piece)
            server.shutdown(socket.SHUT_WR)

    def _refusal(self) -> bytes:
        with self._lock:
            if self.busy:
                return _BUSY % self.busy
            has_run_out = self.run_out > 0
            self.run_out -= has_run_out
            return _GONE if has_run_out else b""

    def _down(self, server: socket.socket, caller: socket.socket) -> bool:
        """Carry what the server says; return whether the line broke."""
        while piece := server.recv(_PIECE):
            caller.sendall(piece)
            if caller not in self._showing:
                continue
            time.sleep(len(piece) / self.rate)
            if self._breaks(len(piece)):
                return True
        caller.shutdown(socket.SHUT_WR)
        return False

    def _breaks(self, size: int) -> bool:
        with self._lock:
            self.down += size
            cuts = self.cuts  # A test may have others take their place meanwhile.
            if not cuts:
                return False
            cuts[0] -= size
            if cuts[0] > 0:
                return False
            cuts.pop(0)
            self.broken += 1
            return True


@contextmanager
def line_to(address: str) -> Iterator[Line]:
    """Give a line to a server of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = Line(int(address.rpartition(":")[2]), listener)
        threading.Thread(target=line.serve, daemon=True).start()
        yield line
