"""gunicorn's worker of threads, with a desk beside them for short requests that come in crowds.

The loop reads a plain request whole, takes it to the desk, and sends the answer when it is there;
no thread waits meanwhile. Until then the request is left on the socket: if the desk has no answer,
or the request is anything but plain, gunicorn reads it itself and a page answers.
"""

import socket
from collections.abc import Callable
from functools import partial
from selectors import EVENT_READ
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from gunicorn.workers.gthread import TConn

from elearn.media.serving import gthread


class Desk(Protocol):
    """Answers requests of one kind, many at once."""

    @property
    def most_bytes(self) -> int:
        """Return how long a request may be."""

    def read(self, data: bytes) -> Any | int | None:
        """Return a request, or how many bytes it will be at least, or that it is none of ours."""

    def turned_away(self, asked: Any) -> bytes | None:
        """Return the answer to a request for which there is no time."""

    def take(self, asked: Any, done: Callable[[bytes | None], None]) -> None:
        """Have a request answered, by a call from another thread; by nothing, if a page must."""


class Worker(gthread.Worker):
    """A worker whose loop carries requests to a desk, and sends the answers."""

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        #: Who has sent part of a request, and how many bytes are waited for.
        self._awaited: WeakKeyDictionary[TConn, int] = WeakKeyDictionary()

    def on_client_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        """Carry a request to the desk; what else came is a file, or for a thread."""
        desk = self._desk()
        data = self._peeked(desk, client) if desk else b""
        asked = desk.read(data) if desk and data else None
        if isinstance(asked, int) and len(data) >= self._awaited.get(conn, 0):
            self._await(conn, client, asked)
            return
        if conn in self._awaited:
            self._await(conn, client, 0)
        if desk is None or asked is None or isinstance(asked, int):
            super().on_client_socket_readable(conn, client)
        else:
            self._carry(desk, conn, asked, len(data))

    def _desk(self) -> Desk | None:
        """Return the desk of the application that is served."""
        if self.cfg.is_ssl or not self.alive:
            return None
        desk: Desk | None = getattr(self.wsgi, "extensions", {}).get("desk")
        return desk

    def _peeked(self, desk: Desk, client: socket.socket) -> bytes:
        try:
            return client.recv(desk.most_bytes + 1, socket.MSG_PEEK)
        except OSError:
            return b""

    def _await(self, conn: TConn, client: socket.socket, least: int) -> None:
        """Have the kernel wake the loop when so many bytes are there, or with none, when any is."""
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, max(1, least))
        if least:
            self._awaited[conn] = least
        else:
            del self._awaited[conn]

    def _carry(self, desk: Desk, conn: TConn, asked: Any, size: int) -> None:
        self.poller.unregister(conn.sock)
        self.keepalived_conns.remove(conn)
        answer = desk.turned_away(asked)
        if answer is None:
            desk.take(asked, partial(self.method_queue.defer, self._answered, conn, size))
        else:
            self._answered(conn, size, answer)

    def _answered(self, conn: TConn, size: int, answer: bytes | None) -> None:
        """Send an answer in exchange for the request; without one, a thread reads that."""
        if answer is None:
            conn.data_ready = True
            self.enqueue_req(conn)
        elif self._is_sent(conn.sock, size, answer) and self.alive:
            self.poller.register(conn.sock, EVENT_READ, self._listener(conn))
            self._keep(conn)
        else:
            self.nr_conns -= 1
            conn.close()

    def _is_sent(self, client: socket.socket, size: int, answer: bytes) -> bool:
        """Return whether all of it went out at once; who takes no more has stopped to listen."""
        try:
            client.recv(size)
            return client.send(answer) == len(answer)
        except OSError:
            return False
