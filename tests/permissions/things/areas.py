"""Where the branch stands, and a file of changes that speaks of it."""

from elearn import areas, workbooks
from elearn.access import OPERATOR
from tests.make import areas as make
from tests.permissions.branches import NOW, Branch, Sent, sends, thing


@thing("area_id")
def area_id(branch: Branch) -> int:
    return branch.commune.id


def _line(branch: Branch) -> tuple[str, ...]:
    """The commune is given another name."""
    version = areas.version_on(branch.db, branch.commune.id, make.NOW)
    return (version.code, version.name, "xã", "", f"{version.name} Mới", "", "", "đổi tên")


@thing("change_id")
def change_id(branch: Branch) -> int:
    new = make.change(_line(branch), number=f"NQ {branch.name}")
    return areas.receive(branch.db, OPERATOR, new, now=NOW).id


@sends("changes.receive")
def file_of_changes(branch: Branch) -> Sent:
    columns = [workbooks.Column(heading) for heading in areas.COLUMNS.values()]
    days = {"decided_on": "2026-10-01", "effective_on": "2027-01-01"}
    return Sent(
        {"number": "07/NQ", "title": "Đổi tên xã", **days},
        files={"file": (workbooks.workbook("Một", columns, [_line(branch)]), "xa.xlsx")},
    )
