"""Where the branch stands."""

from tests.permissions.branches import Branch, thing


@thing("area_id")
def area_id(branch: Branch) -> int:
    return branch.commune.id
