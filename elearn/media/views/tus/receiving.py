"""Bytes of a request on their way into the store: some at a time, each counted once it is safe.

What has arrived before a line is cut, a server killed or a disk full is kept, but for the last
seconds. Only a body that must match its sum counts as a whole, or not at all.
"""

import errno
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol

from werkzeug.exceptions import ClientDisconnected

from elearn import clock
from elearn.db import Database
from elearn.media.rules.uploading import Checksum, NoRoom, TooMuch, WrongSum
from elearn.media.service import uploading
from elearn.media.service.uploading import Arrived, Pen
from elearn.storage import Store, StoreAway
from elearn.text import msg

PIECE_BYTES = 8 << 20
_PIECE_SECONDS = 5.0  # On a slow line a piece is smaller, so that a cut costs little.
_BLOCK = 1 << 14
_FULL = msg("Máy chủ đang hết chỗ nên tạm dừng nhận tệp. Phần đã gửi được giữ, lát nữa gửi tiếp.")


class Body(Protocol):
    """The body of a request."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(slots=True)
class Receiving:
    """One request's bytes: what has come, and how far the upload is."""

    database: Database
    store: Store
    pen: Pen
    place: int
    checksum: Checksum | None = None
    waiting: list[Arrived] = field(default_factory=list)

    def take(self, body: Body) -> int:
        """Take all bytes in, and return where the last one stands.

        :raise TooMuch: if there were more than the file has; those it has are kept.
        :raise WrongSum: if they are not those that were sent; none is kept.
        :raise NoRoom: if the disk is full; what came before is kept.
        :raise BeingWritten: if another request has taken over.
        """
        summed = hashlib.new(self.checksum.algorithm) if self.checksum else None
        try:
            for piece in _pieces(body, self.pen.length - self.place):
                if summed:
                    summed.update(piece)
                self._lay(piece)
            if self.checksum and summed and summed.digest() != self.checksum.digest:
                raise WrongSum(msg("Phần vừa gửi bị sai trên đường truyền, máy sẽ gửi lại."))
            self._count()
            _refuse_more(body)
        finally:
            with self.database.writing() as db:
                uploading.lay_down_pen(db, self.pen)
        return self.place

    def _lay(self, piece: bytes) -> None:
        """Put a piece into the store, and count it unless its sum is yet to be tested."""
        with self.database.writing() as db:
            uploading.keep_pen(db, self.pen, now=clock.now())
        name = f"{self.pen.folder}/{self.place:016}-{self.pen.writer}"
        try:
            self.store.lay(name, piece)
        except StoreAway as away:
            raise NoRoom(_FULL) from away
        except OSError as problem:
            if problem.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            raise NoRoom(_FULL) from problem
        self.waiting.append(Arrived(self.place, len(piece), name))
        self.place += len(piece)
        if not self.checksum:
            self._count()

    def _count(self) -> None:
        if self.waiting:
            with self.database.writing() as db:
                uploading.note_arrived(db, self.pen, self.waiting, now=clock.now())
        self.waiting.clear()


def _pieces(body: Body, most: int) -> Iterator[bytes]:
    """Return the bytes in pieces, the last one also when the line is cut."""
    piece, since = bytearray(), monotonic()
    cut: ClientDisconnected | None = None
    while most and cut is None:
        try:
            block = body.read(min(_BLOCK, most))
        except ClientDisconnected as disconnected:
            block, cut = b"", disconnected
        piece += block
        most -= len(block)
        if piece and (not block or not most or _is_enough(piece, since)):
            yield bytes(piece)
            piece, since = bytearray(), monotonic()
        if not block:
            break
    if cut:
        raise cut


def _is_enough(piece: bytearray, since: float) -> bool:
    return len(piece) >= PIECE_BYTES or monotonic() - since >= _PIECE_SECONDS


def _refuse_more(body: Body) -> None:
    if body.read(1):
        raise TooMuch(msg("Gửi nhiều hơn độ dài của tệp. Chọn lại tệp để gửi từ đầu."))
