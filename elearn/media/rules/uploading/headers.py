"""Reading the headers of tus 1.0.0."""

from base64 import b64decode
from dataclasses import dataclass
from typing import NoReturn

from elearn.media.rules.uploading.refusals import Misunderstood
from elearn.text import msg

ALGORITHMS = ("sha1", "sha256")
_LENGTHS = {"sha1": 20, "sha256": 32}
MOST_TOLD = 8_000  # Characters of `Upload-Metadata`; names and titles take some hundreds.
_MOST = 2**62  # Far beyond any file, and a number that any database holds.


@dataclass(frozen=True, slots=True)
class Checksum:
    """What the bytes of one request must sum up to."""

    algorithm: str
    digest: bytes


def read_number(name: str, text: str | None) -> int:
    """Return the whole number that a header says.

    :raise Misunderstood: if it is missing or none.
    """
    if text is None or not (text.isascii() and text.isdigit()) or int(text[:30]) > _MOST:
        _refuse(name)
    return int(text)


def read_metadata(text: str) -> dict[str, str]:
    """Return the pairs of `Upload-Metadata`; a key without a value has an empty one.

    :raise Misunderstood: if it is not written as the protocol has it.
    """
    if len(text) > MOST_TOLD:
        _refuse("Upload-Metadata")
    told: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        key, _space, value = pair.partition(" ")
        if key in told or not (key.isascii() and key.isprintable()):
            _refuse("Upload-Metadata")
        told[key] = _decoded("Upload-Metadata", value).decode("utf-8", errors="replace")
    return told


def read_checksum(text: str | None) -> Checksum | None:
    """Return what the body must sum up to, if that is said.

    :raise Misunderstood: if it is of a kind we do not know.
    """
    if text is None:
        return None
    algorithm, _space, value = text.partition(" ")
    if algorithm not in ALGORITHMS:
        _refuse("Upload-Checksum")
    digest = _decoded("Upload-Checksum", value)
    if len(digest) != _LENGTHS[algorithm]:
        _refuse("Upload-Checksum")
    return Checksum(algorithm, digest)


def _decoded(name: str, text: str) -> bytes:
    try:
        return b64decode(text.strip(), validate=True)
    except ValueError:
        _refuse(name)


def _refuse(name: str) -> NoReturn:
    raise Misunderstood(
        msg("Trình duyệt gửi %(name)s sai. Mở lại trang rồi chọn lại tệp.", name=name)
    )
