"""Links of a workbook to other files: noted and never followed, refused where they could act."""

from elearn.sheets.faults import Fault
from elearn.sheets.xlsx.archive import Archive
from elearn.sheets.xlsx.dangers import refuse_target
from elearn.sheets.xlsx.outline import elements_of

_LINKS = "xl/externallinks/"
_CONNECTIONS = "xl/connections.xml"
_ACTING = {"ddeLink", "oleLink"}


def has_links(archive: Archive) -> bool:
    """Return whether the workbook takes values from other workbooks.

    :raise Fault: if it calls another program or another machine.
    """
    paths = [path for path in archive.parts if path.startswith(_LINKS)]
    for path in paths:
        if path.endswith(".xml"):
            _refuse_acting(archive, path)
        elif path.endswith(".rels"):
            _refuse_remote(archive, path)
    return bool(paths) or _CONNECTIONS in archive.parts


def _refuse_acting(archive: Archive, path: str) -> None:
    if any(name in _ACTING for name, _ in elements_of(archive, path)):
        raise Fault("commands", part=path)


def _refuse_remote(archive: Archive, path: str) -> None:
    for name, attributes in elements_of(archive, path):
        if name == "Relationship" and attributes.get("TargetMode") == "External":
            refuse_target(attributes.get("Target", ""))
