"""Workbooks of Excel 97 to 2003 (.xls), and what else comes in the same wrapping."""

import io

from xlrd import compdoc

from elearn.sheets import biff
from elearn.sheets.cells import sheets_in, workbook_of
from elearn.sheets.faults import Fault
from elearn.sheets.raw import RawBook

#: The first bytes of all that comes in this wrapping.
MARK = b"\xd0\xcf\x11\xe0"
_WORKBOOKS = ("workbook", "book")
_FOUND = (
    ("encryptedpackage", "password"),
    ("worddocument", "document"),
    ("powerpoint document", "document"),
    ("_vba_project_cur", "macros"),
)


def book_of(data: bytes) -> RawBook:
    """Return what an old workbook holds.

    :raise Fault: if it is none, is locked, or holds programs.
    """
    walked = biff.walked(_workbook_stream(data))
    for lie, truth in walked.lies.items():
        data = data.replace(lie, truth)
    book = workbook_of(data)
    tabs = zip(book.sheets_metadata, walked.looks, strict=False)
    looks = {sheet.name: look for sheet, look in tabs}
    return RawBook(sheets_in(book, looks))


def _workbook_stream(data: bytes) -> bytes:
    try:
        container = compdoc.CompDoc(data, logfile=io.StringIO())
        names = {entry.name.lower(): entry.name for entry in container.dirlist}
        found = next((names[name] for name in _WORKBOOKS if name in names), None)
        stream = container.get_named_stream(found) if found else None
    except Exception as problem:  # A torn container fails in any manner.
        raise Fault("torn") from problem
    for name, code in _FOUND:
        if name in names:
            raise Fault(code)
    if not stream:
        raise Fault("torn")
    return bytes(stream)
