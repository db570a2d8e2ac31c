"""What is hashed, byte for byte, and whether a seal is what it claims to be."""

from elearn.audit.rules.canonical import (
    GENESIS,
    Act,
    Link,
    digest_of_entry,
    digest_of_value,
    hash_of_seal,
    normal,
)
from elearn.audit.rules.checking import Head, Placed, Sealed, flaw_in

__all__ = [
    "GENESIS",
    "Act",
    "Head",
    "Link",
    "Placed",
    "Sealed",
    "digest_of_entry",
    "digest_of_value",
    "flaw_in",
    "hash_of_seal",
    "normal",
]
