"""What stands in no branch."""

from tests.permissions.branches import Branch, thing


@thing("filename")
def filename(branch: Branch) -> str:
    return "manifest.json"
