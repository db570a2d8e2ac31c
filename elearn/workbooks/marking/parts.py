"""Which part of an .xlsx file is which sheet."""

import posixpath
import zipfile
from xml.etree import ElementTree as ET

from elearn.workbooks.marking.pieces import Broken

STYLES = "xl/styles.xml"
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_MOST_BYTES = 5_000_000  # Of the list of sheets: it has a line a sheet.


def parts_of(book: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of each sheet by its name.

    :raise Broken: if that cannot be told.
    """
    targets = {
        one.get("Id", ""): one.get("Target", "") for one in _read(book, _LINKS).iter() if one.attrib
    }
    return {
        one.get("name", ""): posixpath.normpath(posixpath.join("/xl", targets[_link(one)]))[1:]
        for one in _read(book, _BOOK).iter()
        if one.tag.rpartition("}")[2] == "sheet"
    }


def _link(sheet: ET.Element) -> str:
    named = (value for key, value in sheet.attrib.items() if key.rpartition("}")[2] == "id")
    return next(named, "")


def _read(book: zipfile.ZipFile, part: str) -> ET.Element:
    """Return the part; one that declares anything of its own is none of Excel's."""
    with book.open(part) as stream:
        xml = stream.read(_MOST_BYTES)
    if b"<!" in xml:
        raise Broken
    try:
        return ET.fromstring(xml)  # noqa: S314  # Nothing is declared in it: see above.
    except ET.ParseError as problem:
        raise Broken from problem
