"""Official numbers (CCCD, CMND): never kept, only known again by a hash under the house's key."""

import hashlib
import hmac
from dataclasses import replace

from elearn.people.roster.rules.entries import Entry

_PURPOSE = b"elearn/people/official-id/1"


def official_id_hash(number: str, secret_key: str) -> str:
    """Return by what a number is known again; nobody without the secret key can try numbers."""
    key = hmac.new(secret_key.encode(), _PURPOSE, hashlib.sha256).digest()
    return hmac.new(key, number.encode(), hashlib.sha256).hexdigest()


def hidden(entry: Entry, secret_key: str) -> Entry:
    """Return the entry with the hash in the place of the number."""
    if entry.official_id is None:
        return entry
    known = official_id_hash(entry.official_id, secret_key)
    return replace(entry, official_id=None, official_id_hash=known)
