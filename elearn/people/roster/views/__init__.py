"""Pages of rosters: the files that were sent in, and the way of one from its bytes to the list."""

from elearn.people.roster.views import (
    columns,
    deciding,
    ending,
    files,
    listing,
    missing,
    one,
    preview,
    uploading,
)

__all__ = [
    "columns",
    "deciding",
    "ending",
    "files",
    "listing",
    "missing",
    "one",
    "preview",
    "uploading",
]
