"""Seals what phones send: each lease has a key of its own, made from the secret of the house.

The phone is handed the key once, with the lease; the house keeps none, since it can make it again.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from functools import lru_cache
from hashlib import sha256

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_SERVER_BYTES = 8


def key_of(secret_key: str, lease: str) -> bytes:
    """Return the key of a lease, by its token."""
    return _derived(secret_key, f"lease {lease}", KEY_BYTES)


@lru_cache(maxsize=4)
def server_of(secret_key: str) -> str:
    """Return by what name phones know this installation, whatever its address."""
    return _derived(secret_key, "server", _SERVER_BYTES).hex()


def seal(secret_key: str, lease: str, text: bytes) -> str:
    """Return the seal that the key of a lease puts on a text for this server."""
    return told(_mac(secret_key, lease, text))


def is_sealed(secret_key: str, lease: str, text: bytes, given: str) -> bool:
    """Return whether a seal is the one that the key of a lease puts on this text."""
    try:
        mac = urlsafe_b64decode(given + "=" * (-len(given) % 4))
    except (Error, ValueError):
        return False
    return hmac.compare_digest(mac, _mac(secret_key, lease, text))


def told(key: bytes) -> str:
    """Return bytes as they stand in JSON."""
    return urlsafe_b64encode(key).decode().rstrip("=")


def _mac(secret_key: str, lease: str, text: bytes) -> bytes:
    sealed = f"{server_of(secret_key)}\n".encode() + text
    return hmac.digest(key_of(secret_key, lease), sealed, sha256)


def _derived(secret_key: str, purpose: str, length: int) -> bytes:
    kdf = HKDF(SHA256(), length=length, salt=None, info=purpose.encode())
    return kdf.derive(secret_key.encode())
