"""gunicorn's worker of threads, that hands out files beside its threads.

A phone on a thin line takes minutes for a stretch of a film. Its bytes wait in the worker's own
loop, as they would in nginx, while the threads answer pages. Whatever is not a plain request for a
file that lies on this machine goes gunicorn's own way, and is answered there by the same door.
"""

import socket
import time
from functools import partial
from selectors import EVENT_READ, EVENT_WRITE
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

from elearn.media.serving import heads
from elearn.media.serving.door import Door, Out
from elearn.media.serving.going import Going

_HEAD_BYTES = 8192
_PATIENCE_SECONDS = 120.0  # So long a phone may be out of reach and still go on.


class Worker(ThreadWorker):
    """A worker whose loop sends files as fast as each connection takes them."""

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        self._going: dict[TConn, Going] = {}
        self._looked_at = 0.0

    def enqueue_req(self, conn: TConn) -> None:
        """Wait in the loop for what comes over a new connection; hand on what has come."""
        if conn.initialized or conn.data_ready or not self.alive:
            super().enqueue_req(conn)
        else:
            conn.sock.setblocking(False)
            self.poller.register(conn.sock, EVENT_READ, self._listener(conn))
            self._keep(conn)

    def on_client_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        """Answer a request for a file at once; what else came is for a thread."""
        out = self._asked(client) if self.alive else None
        if out is None:
            conn.data_ready = True
            super().on_client_socket_readable(conn, client)
            return
        self.keepalived_conns.remove(conn)
        self._going[conn] = Going.of(out.reply, out.file)
        self._go_on(conn, client)

    def murder_keepalived(self, force: bool = False) -> None:
        """End connections that were silent for too long, or all of them."""
        super().murder_keepalived(force)  # type: ignore[call-arg]  # its types are older
        now = time.monotonic()
        if force or now - self._looked_at > 1:
            self._looked_at = now
            for conn, going in [*self._going.items()]:
                if force or now - going.moved_at > _PATIENCE_SECONDS:
                    self._drop(conn)

    def _asked(self, client: socket.socket) -> Out | None:
        """Return the answer to a plain request for a file; only then what came is taken."""
        door = getattr(self.wsgi, "wsgi_app", None)
        if self.cfg.is_ssl or not isinstance(door, Door):
            return None
        try:
            head = client.recv(_HEAD_BYTES, socket.MSG_PEEK)
        except OSError:
            return None
        environ = heads.read(head)
        out = door.on_disk(environ) if environ else None
        if out is not None:
            client.recv(len(head))
        return out

    def _go_on(self, conn: TConn, client: socket.socket) -> None:
        going = self._going[conn]
        try:
            is_done = going.send(client)
        except OSError:  # Whoever asked has gone.
            self._drop(conn)
            return
        if is_done:
            del self._going[conn]
            going.close()
            self._listen(conn, going)
        elif not going.is_waiting:
            going.is_waiting = True
            self.poller.modify(client, EVENT_WRITE, partial(self._go_on, conn))

    def _listen(self, conn: TConn, going: Going) -> None:
        """Keep the connection for the next request."""
        if going.is_waiting:
            self.poller.modify(conn.sock, EVENT_READ, self._listener(conn))
        self._keep(conn)

    def _keep(self, conn: TConn) -> None:
        conn.set_timeout()
        self.keepalived_conns.append(conn)

    def _listener(self, conn: TConn) -> Any:
        return partial(self.on_client_socket_readable, conn)

    def _drop(self, conn: TConn) -> None:
        self._going.pop(conn).close()
        self.poller.unregister(conn.sock)
        self.nr_conns -= 1
        conn.close()
