"""An answer on its way over a connection that takes some of it at a time."""

import os
import socket
import time
from dataclasses import dataclass
from email.utils import formatdate
from functools import lru_cache
from typing import Self

from elearn.media.serving.replies import Reply

_AT_ONCE = 1 << 20  # Then others have their turn.


@dataclass(slots=True)
class Going:
    """What is left to send: of the head, and of the file."""

    head: bytes
    file: int
    next: int
    end: int
    moved_at: float
    is_waiting: bool = False

    @classmethod
    def of(cls, reply: Reply, file: int) -> Self:
        """Begin an answer with an open file, which it closes."""
        return cls(_head(reply), file, reply.span.start, reply.span.stop, time.monotonic())

    def send(self, client: socket.socket) -> bool:
        """Send as much as the connection takes now, and return whether that was the last of it.

        :raise OSError: if the other end has gone, or the file is shorter than it was.
        """
        begun, most = (len(self.head), self.next), self.next + _AT_ONCE
        try:
            while self.head:
                more = socket.MSG_MORE if self.next < self.end else 0
                self.head = self.head[client.send(self.head, more) :]
            while self.next < min(self.end, most):
                sent = os.sendfile(client.fileno(), self.file, self.next, self.end - self.next)
                if not sent:
                    raise OSError("a file is shorter than it was")
                self.next += sent
        except BlockingIOError:
            pass
        if (len(self.head), self.next) != begun:
            self.moved_at = time.monotonic()
        return not self.head and self.next >= self.end

    def close(self) -> None:
        os.close(self.file)


def _head(reply: Reply) -> bytes:
    common = f"HTTP/1.1 {reply.status}\r\nDate: {_date(int(time.time()))}\r\nConnection: keep-alive"
    lines = "".join(f"\r\n{name}: {value}" for name, value in reply.headers)
    return f"{common}{lines}\r\n\r\n".encode("latin-1")


@lru_cache(maxsize=2)
def _date(second: int) -> str:
    return formatdate(second, usegmt=True)
