"""The canonical form: the same bytes on every database, in every zone, in every year to come.

One JSON array or object in ASCII: keys sorted, no space, other letters as \\u escapes; a moment is
told in UTC with six digits of a second. Text is brought to NFC when it is written, so that what is
hashed here is exactly what stands there, and a letter that is only composed otherwise is noticed.
"""

import json
import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

#: The hash before the first seal.
GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Act:
    """What an entry says, every column of it."""

    id: int
    at: datetime
    person_id: int | None
    action: str
    subject: str
    subject_id: int | None
    details: Mapping[str, Any]
    personal: Mapping[str, str]
    origin: str


@dataclass(frozen=True, slots=True)
class Link:
    """What a seal says of itself, before it is hashed."""

    number: int
    previous_hash: str
    count: int
    sealed_at: datetime


def normal(value: Any) -> Any:
    """Return a JSON value with all its text composed (NFC), keys too.

    :raise ValueError: for a number that JSON does not know.
    """
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.replace("\0", ""))
    if isinstance(value, Mapping):
        return {normal(str(key)): normal(inner) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [normal(inner) for inner in value]
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} has no canonical form")
    return value


def digest_of_entry(act: Act) -> str:
    return _digest({**asdict(act), "at": _moment(act.at)})


def digest_of_value(salt: str, name: str, value: str) -> str:
    """Return what an entry keeps of a personal value: nothing, once the salt is gone."""
    return _digest([salt, name, value])


def hash_of_seal(link: Link, digests: Sequence[str]) -> str:
    """Return the hash of a seal: of what it says of itself and of its entries in their places."""
    said = [link.number, link.previous_hash, link.count, _moment(link.sealed_at)]
    return _digest([*said, *digests])


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return sha256(text.encode("ascii")).hexdigest()
