"""Signs texts by Ed25519 and reads them again: JWS in compact form, by joserfc.

The key is derived from the secret of the installation, so there is nothing more to keep; its public
half is told to whoever asks, and any program that knows the standard can check a text by it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

ALGORITHM = "Ed25519"  # RFC 9864.
_PURPOSE = b"elearn receipts"
_DOTS = 2
_SIGNS = re.compile(r"[A-Za-z0-9_.-]+")
_BEGINNING = "eyJ"  # How any object of JSON begins, as these texts write it.


@dataclass(frozen=True, slots=True)
class Key:
    """The key of an installation: its name, and the half that everybody may know."""

    id: str
    public: str


@dataclass(frozen=True, slots=True)
class Read:
    """A signed text as it was found: by which key, and, if it is untouched, what it says."""

    key_id: str
    says: Mapping[str, Any]
    is_true: bool


def key_of(secret_key: str) -> Key:
    """Return the key that an installation with this secret signs by."""
    own = _own(secret_key)
    return Key(own.thumbprint(), str(own.as_dict(private=False)["x"]))


def signed(secret_key: str, kind: str, says: Mapping[str, Any]) -> str:
    """Return what is said, signed; `kind` is what its header calls it."""
    own = _own(secret_key)
    header = {"alg": ALGORITHM, "kid": own.thumbprint(), "typ": kind}
    said = json.dumps(says, ensure_ascii=False, separators=(",", ":")).encode()
    return jws.serialize_compact(header, said, own, algorithms=[ALGORITHM])


def compact_in(text: str) -> str | None:
    """Return the signed text within a file or a message, though its lines were broken, or None."""
    at = text.find(_BEGINNING)
    unbroken = "".join(text[at:].split()) if at >= 0 else ""
    words = [*_SIGNS.findall(text), *_SIGNS.findall(unbroken)[:1]]
    return next((word for word in words if _is_compact(word)), None)


def _is_compact(word: str) -> bool:
    return word.startswith(_BEGINNING) and word.count(".") == _DOTS


def read(compact: str, public: Mapping[str, str]) -> Read | None:
    """Return what a signed text says, or None if it is none of ours to read.

    `public` are the public halves of the keys that are known, by their names.
    """
    try:
        found = jws.extract_compact(compact.encode())
        key_id = str(found.headers().get("kid"))
    except (JoseError, ValueError):
        return None
    if key_id not in public:
        return None
    if not _is_true(compact, public[key_id]):
        return Read(key_id, {}, is_true=False)
    return Read(key_id, json.loads(found.payload), is_true=True)


def jwk_of(public: str) -> Mapping[str, str]:
    """Return a key as others read it (RFC 8037)."""
    return {"kty": "OKP", "crv": "Ed25519", "x": public}


def _is_true(compact: str, public: str) -> bool:
    try:
        key = OKPKey.import_key(dict(jwk_of(public)))
        jws.deserialize_compact(compact.encode(), key, algorithms=[ALGORITHM])
    except (JoseError, ValueError):
        return False
    return True


@lru_cache(maxsize=4)
def _own(secret_key: str) -> OKPKey:
    seed = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret_key.encode())
    return OKPKey.import_key(Ed25519PrivateKey.from_private_bytes(seed))
