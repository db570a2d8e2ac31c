"""Addresses of files: signed so that a web server checks them alone, without a database.

An address names until when, for whom, and which bytes under which name. Its mac is the MD5 that
nginx's `secure_link_md5` computes, with the key at both ends; the key is made from the secret of
the installation, which itself never leaves it.
"""

import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import md5, sha256

from elearn.errors import Forbidden, NotFound
from elearn.media.permits import Permit
from elearn.text import msg

PREFIX = "/media/files/"
_PURPOSE = b"media files 1"
#: What a file is called at the end of its address tells its kind.
MEDIA_TYPES = {"mp4": "video/mp4", "m4a": "audio/mp4", "webp": "image/webp"}
_ENDINGS = {kind: ending for ending, kind in MEDIA_TYPES.items()}
UNTIL = "[1-9][0-9]{9,10}"
PERSON = "[0-9]{1,19}"
#: Sixteen bytes; the last letter has two bits to tell, so it is one of four and never ambiguous.
MAC = "[A-Za-z0-9_-]{21}[AQgw]"
FILE = rf"[a-z0-9][a-z0-9-]{{0,39}}\.(?:{'|'.join(MEDIA_TYPES)})"
_ADDRESS = re.compile(rf"{PREFIX}({UNTIL})/({PERSON})/({MAC})/([0-9a-f]{{64}})/({FILE})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave to fetch one file: its bytes, and what kind of file they are."""

    sha256: str
    media_type: str


def key_of(secret_key: str) -> str:
    """Return the key that files are signed with; a web server may know it."""
    return hmac.digest(secret_key.encode(), _PURPOSE, sha256).hex()[:40]


def file_address(secret_key: str, permit: Permit, sha256_: str, name: str) -> str:
    """Return where the holder of a permit fetches one of its files, "240p.mp4" or "poster.webp".

    The same facts give the same address, so that a phone finds again what it has fetched.
    """
    until, person = str(int(permit.until.timestamp())), str(permit.person_id)
    mac = _mac(key_of(secret_key), until, person, f"{sha256_}/{name}")
    return f"{PREFIX}{until}/{person}/{mac}/{sha256_}/{name}"


def named(stem: str, media_type: str) -> str:
    """Return the name of a file of a kind: "240p.mp4", "audio.m4a"."""
    return f"{stem}.{_ENDINGS[media_type]}"


def read(key: str, path: str, *, now: datetime) -> Leave:
    """Return what an address gives leave to.

    :raise NotFound: if it is none of ours, or was changed by a single letter.
    :raise Forbidden: if it has run out.
    """
    found = _ADDRESS.fullmatch(path)
    if found is None:
        raise _unknown()
    until, person, mac, content, name = found.groups()
    if not hmac.compare_digest(mac, _mac(key, until, person, f"{content}/{name}")):
        raise _unknown()
    if int(until) < int(now.timestamp()):  # To the second as nginx does it.
        raise Forbidden(msg("Đường dẫn xem bài đã hết hạn. Mở lại trang bài giảng để xem tiếp."))
    return Leave(content, MEDIA_TYPES[name.rpartition(".")[2]])


def _mac(key: str, until: str, person: str, file: str) -> str:
    signed = f"{key}/{until}/{person}/{file}/{key}".encode()
    digest = md5(signed, usedforsecurity=False).digest()
    return urlsafe_b64encode(digest)[:22].decode()


def _unknown() -> NotFound:
    return NotFound(msg("Đường dẫn xem bài này không đúng. Mở lại trang bài giảng rồi bấm phát."))
