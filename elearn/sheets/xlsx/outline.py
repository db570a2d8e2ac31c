"""Which parts of a workbook are its sheets, and where it links to."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from elearn.sheets.faults import Fault
from elearn.sheets.limits import MOST_SHEETS
from elearn.sheets.xlsx.archive import Archive
from elearn.sheets.xlsx.markup import Attributes, local, mapping, new_parser, walk

WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_MOST_ELEMENTS = 50_000


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook under the path of its part, in the order of the tabs."""

    name: str
    path: str


def elements_of(archive: Archive, path: str) -> list[tuple[str, dict[str, str]]]:
    """Return the elements of a small part with their attributes.

    :raise Fault: if it is missing or broken.
    """
    part = archive.part(path)
    found: list[tuple[str, dict[str, str]]] = []

    def start(name: str, attributes: Attributes) -> None:
        found.append((local(name), dict(mapping(attributes))))
        if len(found) > _MOST_ELEMENTS:
            raise Fault("swollen", part=path)

    parser = new_parser()
    parser.StartElementHandler = start
    walk(path, archive.pieces(part), parser)
    return found


def sheets_of(archive: Archive) -> tuple[SheetPart, ...]:
    """Return the sheets that hold cells.

    :raise Fault: if there are too many, or the workbook does not say where they are.
    """
    targets = dict(_targets(archive))
    sheets = [
        SheetPart(attributes.get("name", ""), targets[attributes.get("id", "")])
        for name, attributes in elements_of(archive, WORKBOOK)
        if name == "sheet" and attributes.get("id", "") in targets
    ]
    if len(sheets) > MOST_SHEETS:
        raise Fault("many_sheets", most=MOST_SHEETS)
    return tuple(sheets)


def _targets(archive: Archive) -> Iterator[tuple[str, str]]:
    for _, attributes in elements_of(archive, _RELATIONS):
        if attributes.get("Type", "").lower().endswith("macrosheet"):
            raise Fault("macros")
        if attributes.get("Type", "").endswith("/worksheet"):
            target = attributes.get("Target", "").replace("\\", "/").lower()
            path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            yield attributes.get("Id", ""), posixpath.normpath(path)
