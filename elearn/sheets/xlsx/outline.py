"""Which parts of a workbook are what: it says so itself, beginning at the root of its archive."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from elearn.sheets.faults import Fault
from elearn.sheets.limits import MOST_SHEETS
from elearn.sheets.xlsx.archive import Archive
from elearn.sheets.xlsx.markup import Attributes, local, mapping, new_parser, walk

_ROOT, _TEXTS = "_rels/.rels", "sharedstrings"
_MOST_ELEMENTS = 50_000

Element = tuple[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook under the path of its part, in the order of the tabs."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The sheets that hold cells, and the part of the texts that they share, if there is one."""

    sheets: tuple[SheetPart, ...]
    texts: str | None


@dataclass(frozen=True, slots=True)
class _Relation:
    key: str
    kind: str
    path: str


def elements_of(archive: Archive, path: str) -> list[Element]:
    """Return the elements of a small part with their attributes.

    :raise Fault: if it is missing or broken.
    """
    part = archive.part(path)
    found: list[Element] = []

    def start(name: str, attributes: Attributes) -> None:
        found.append((local(name), dict(mapping(attributes))))
        if len(found) > _MOST_ELEMENTS:
            raise Fault("swollen", part=path)

    parser = new_parser()
    parser.StartElementHandler = start
    walk(path, archive.pieces(part), parser)
    return found


def outline_of(archive: Archive) -> Outline:
    """Return what the workbook says of its parts.

    :raise Fault: if it is none, says nothing, has too many sheets, or sheets of macros.
    """
    workbook = _workbook(archive)
    folder, name = posixpath.split(workbook)
    relations = list(_relations(archive, f"{folder}/_rels/{name}.rels".lstrip("/"), folder))
    if any(relation.kind.endswith("macrosheet") for relation in relations):
        raise Fault("macros")
    paths = {one.key: one.path for one in relations if one.kind == "worksheet"}
    sheets = tuple(
        SheetPart(attributes.get("name", ""), paths[attributes.get("id", "")])
        for element, attributes in elements_of(archive, workbook)
        if element == "sheet" and attributes.get("id", "") in paths
    )
    if len(sheets) > MOST_SHEETS:
        raise Fault("many_sheets", most=MOST_SHEETS)
    return Outline(sheets, next((one.path for one in relations if one.kind == _TEXTS), None))


def _workbook(archive: Archive) -> str:
    """Return the path of the part that names the sheets."""
    if _ROOT in archive.parts:
        for relation in _relations(archive, _ROOT, ""):
            if relation.kind == "officedocument" and relation.path in archive.parts:
                return relation.path
    if not archive.parts:
        raise Fault("torn")
    raise Fault("archive")


def _relations(archive: Archive, path: str, folder: str) -> Iterator[_Relation]:
    """Yield what a part refers to, the paths as `Archive` knows them."""
    for _, attributes in elements_of(archive, path):
        target = attributes.get("Target", "").replace("\\", "/").lower()
        joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        kind = attributes.get("Type", "").rpartition("/")[2].lower()
        yield _Relation(attributes.get("Id", ""), kind, posixpath.normpath(joined))
