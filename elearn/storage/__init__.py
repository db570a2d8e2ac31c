"""Files by content: each is kept once under its SHA-256, in a directory or a bucket.

*Store*: where they lie. *Kept*: the name and size of one that lies there. *StoredFile*: the row
that others refer to. *Piece*: a part of what is still under way, by a name of its own.
"""

from elearn.storage.bucket import Bucket
from elearn.storage.checking import Checked, Condition, verify
from elearn.storage.cleaning import IN_USE_FOR, Cleaned, clean, nameless
from elearn.storage.directory import Directory
from elearn.storage.files import StoredFile, record, remember
from elearn.storage.naming import Kept
from elearn.storage.references import referring_columns, unreferenced
from elearn.storage.room import enough_room
from elearn.storage.store import Access, Store, StoreAway, Torn

__all__ = [
    "IN_USE_FOR",
    "Access",
    "Bucket",
    "Checked",
    "Cleaned",
    "Condition",
    "Directory",
    "Kept",
    "Store",
    "StoreAway",
    "StoredFile",
    "Torn",
    "clean",
    "enough_room",
    "nameless",
    "record",
    "referring_columns",
    "remember",
    "unreferenced",
    "verify",
]
