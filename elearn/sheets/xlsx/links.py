"""Links of a workbook to other files: a list stands for itself, so each is refused."""

from elearn.sheets.faults import Fault
from elearn.sheets.xlsx.archive import Archive
from elearn.sheets.xlsx.outline import elements_of

_LINKS = "xl/externallinks/"
_CONNECTIONS = "xl/connections.xml"
_ACTING = {"ddeLink", "oleLink"}
_SHOWN = 80


def refuse_links(archive: Archive) -> None:
    """:raise Fault: if the workbook takes values from another file, program or machine."""
    paths = [path for path in archive.parts if path.startswith(_LINKS)]
    for path in paths:
        if path.endswith(".xml"):
            _refuse_acting(archive, path)
    for path in paths:
        if path.endswith(".rels"):
            _refuse_named(archive, path)
    if paths or _CONNECTIONS in archive.parts:
        raise Fault("outside_data")


def _refuse_acting(archive: Archive, path: str) -> None:
    if any(name in _ACTING for name, _ in elements_of(archive, path)):
        raise Fault("commands", part=path)


def _refuse_named(archive: Archive, path: str) -> None:
    for name, attributes in elements_of(archive, path):
        if name == "Relationship" and attributes.get("TargetMode") == "External":
            raise Fault("outside_link", target=attributes.get("Target", "")[:_SHOWN])
