"""Permits: signed leave for one person to play one version until a moment. No database, no web."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from struct import Struct

from elearn.errors import Forbidden, NotFound
from elearn.text import msg

_PURPOSE = b"media permit 1:"
_FIELDS = Struct(">QQQ")
_MAC_SIZE = 16


@dataclass(frozen=True, slots=True)
class Permit:
    """Leave to play: which version, for whom, until when."""

    version_id: int
    person_id: int
    until: datetime


def permit(secret_key: str, version_id: int, person_id: int, *, until: datetime) -> str:
    """Return a permit as a word for addresses; the same facts give the same word."""
    content = _FIELDS.pack(version_id, person_id, int(until.timestamp()))
    return urlsafe_b64encode(content + _mac(secret_key, content)).decode().rstrip("=")


def read(secret_key: str, token: str, *, now: datetime) -> Permit:
    """Return what a permit says.

    :raise NotFound: if it is none of ours, or was changed by a single letter.
    :raise Forbidden: if it has run out.
    """
    content, mac = _parts(token)
    if not hmac.compare_digest(mac, _mac(secret_key, content)):
        raise _unknown()
    version_id, person_id, until = _FIELDS.unpack(content)
    found = Permit(version_id, person_id, datetime.fromtimestamp(until, UTC))
    if found.until <= now:
        raise Forbidden(
            msg(
                "Trang xem bài đã mở quá lâu. Phần đã xem vẫn còn."
                " Mở lại trang bài giảng để xem tiếp."
            )
        )
    return found


def _parts(token: str) -> tuple[bytes, bytes]:
    try:
        raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (Error, ValueError):
        raise _unknown() from None
    if len(raw) != _FIELDS.size + _MAC_SIZE or urlsafe_b64encode(raw).decode().rstrip("=") != token:
        raise _unknown()
    return raw[: _FIELDS.size], raw[_FIELDS.size :]


def _mac(secret_key: str, content: bytes) -> bytes:
    return hmac.digest(secret_key.encode(), _PURPOSE + content, sha256)[:_MAC_SIZE]


def _unknown() -> NotFound:
    return NotFound(msg("Đường dẫn xem bài này không đúng. Mở lại trang bài giảng rồi bấm phát."))
