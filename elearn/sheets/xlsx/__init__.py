"""Workbooks of today (.xlsx): looked at part by part, then read by calamine."""

from elearn.sheets.cells import sheets_in, workbook_of
from elearn.sheets.faults import Fault
from elearn.sheets.limits import MOST_TEXT
from elearn.sheets.raw import Looks, RawBook
from elearn.sheets.xlsx import links, texts
from elearn.sheets.xlsx.archive import Archive, Part
from elearn.sheets.xlsx.markup import new_parser, walk
from elearn.sheets.xlsx.outline import outline_of
from elearn.sheets.xlsx.reach import Reach, refuse_many
from elearn.sheets.xlsx.sheet import Look

_STRANGERS = {
    "mimetype": "open_document",
    "xl/workbook.bin": "binary_workbook",
    "word/document.xml": "document",
    "ppt/presentation.xml": "document",
}


def book_of(data: bytes) -> RawBook:
    """Return what a zipped workbook holds, once each of its parts was looked at.

    :raise Fault: if it is none, or was made to do harm.
    """
    archive = Archive(data)
    _refuse_strangers(archive)
    links.refuse_links(archive)
    looks = _looks(archive)
    _look_at_others(archive)
    return RawBook(sheets_in(workbook_of(data), looks))


def _refuse_strangers(archive: Archive) -> None:
    for path, code in _STRANGERS.items():
        if path in archive.parts:
            raise Fault(code)
    if any(path.endswith("vbaproject.bin") for path in archive.parts):
        raise Fault("macros")


def _looks(archive: Archive) -> dict[str, Looks]:
    """Look at each sheet, under its name."""
    outline = outline_of(archive)
    lengths = _lengths(archive, outline.texts)
    found: dict[str, Looks] = {}
    rows = 0
    for sheet in outline.sheets:
        part = archive.part(sheet.path)
        look = Look(sheet.name)
        found[sheet.name] = look.over(part.path, archive.pieces(part))
        look.reach.refuse_far()
        _refuse_repeated(archive, part, look.reach, lengths)
        rows += look.reach.rows
        refuse_many(rows)
    return found


def _lengths(archive: Archive, path: str | None) -> list[int]:
    """Return how long each shared text is; a book without a cell of text may lack the part."""
    if path is None or path not in archive.parts:
        return []
    return texts.lengths_of(path, archive.pieces(archive.parts[path]))


def _refuse_repeated(archive: Archive, part: Part, reach: Reach, lengths: list[int]) -> None:
    """Refuse long texts that a few bytes repeat a million times."""
    if reach.cells * max(lengths, default=0) <= MOST_TEXT:
        return
    if texts.repeated(part.path, archive.pieces(part), lengths) > MOST_TEXT:
        raise Fault("repeated_text", sheet=reach.sheet)


def _look_at_others(archive: Archive) -> None:
    """Have each other part counted, and its XML seen to declare nothing."""
    for part in archive.unseen():
        if not part.path.endswith((".xml", ".rels")):
            sum(len(piece) for piece in archive.pieces(part))
            continue
        try:
            walk(part.path, archive.pieces(part), new_parser())
        except Fault as fault:
            # A drawing that is no XML harms nobody: it is not read.
            if fault.code != "broken":
                raise
