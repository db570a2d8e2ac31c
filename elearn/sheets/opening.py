"""A file is opened by what its first bytes say it is."""

from elearn.sheets import delimited, ole, xlsx
from elearn.sheets.faults import Fault
from elearn.sheets.limits import MB, MOST_FILE_MB
from elearn.sheets.raw import RawBook

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF", b"II*\0", b"MM\0*")
_OTHERS = (
    ("pdf", (b"%PDF",)),
    ("picture", _PICTURES),
    ("archive", (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")),
    ("document", (b"{\\rtf",)),
    ("too_old", (b"\x09\0", b"\x09\x02", b"\x09\x04")),
)


def opened(data: bytes) -> RawBook:
    """Return the book that a file holds.

    :raise Fault: if it is none that we read, or one that was made to do harm.
    """
    if len(data) > MOST_FILE_MB * MB:
        raise Fault("too_large", most=MOST_FILE_MB)
    if not data.strip(b"\0 \r\n\t"):
        raise Fault("empty")
    for code, marks in _OTHERS:
        if data.startswith(marks):
            raise Fault(code)
    if data.startswith(b"PK"):
        return xlsx.book_of(data)
    return ole.book_of(data) if data.startswith(ole.MARK) else delimited.book_of(data)
