"""Words in the addresses of previews: signed, so that none can be guessed or made elsewhere.

Unlike a permit the word stands for a row, and so it can be taken back; unlike a password nothing in
the database is enough to make one.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from struct import Struct

from elearn.errors import NotFound
from elearn.text import msg

_PURPOSE = b"media preview 1:"
_FIELDS = Struct(">I")
_MAC_SIZE = 20
_LENGTH = 32  # Letters; of 24 bytes none is left over, so that each word has one spelling.


def word_of(secret_key: str, preview_id: int) -> str:
    """Return the word of a preview; it is always the same."""
    content = _FIELDS.pack(preview_id)
    return urlsafe_b64encode(content + _mac(secret_key, content)).decode()


def read(secret_key: str, word: str) -> int:
    """Return the key of the preview a word stands for.

    :raise NotFound: if it is none of ours, or was changed by a single letter.
    """
    if len(word) != _LENGTH or not word.isascii():
        raise unknown()
    raw = urlsafe_b64decode(word)
    content, mac = raw[: _FIELDS.size], raw[_FIELDS.size :]
    if not hmac.compare_digest(mac, _mac(secret_key, content)):
        raise unknown()
    preview_id: int = _FIELDS.unpack(content)[0]
    return preview_id


def _mac(secret_key: str, content: bytes) -> bytes:
    return hmac.digest(secret_key.encode(), _PURPOSE + content, sha256)[:_MAC_SIZE]


def unknown() -> NotFound:
    """Say that a link is not one, or no longer: which of the two is nobody's affair."""
    return NotFound(
        msg("Đường dẫn xem trước này không còn dùng được. Nhờ người gửi tạo đường dẫn mới.")
    )
