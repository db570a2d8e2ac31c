"""What somebody of the branch was told."""

from tests.make import notices as make
from tests.permissions.branches import Branch, sends, thing


@thing("notice_id")
def notice_id(branch: Branch) -> int:
    return int(make.notice(branch.db, branch["she"]).id)


@thing("told_id")
def told_id(branch: Branch) -> int:
    return int(branch["person_id"])


@sends("notices.give_address")
def address(_branch: Branch) -> dict[str, object]:
    return {"address": "ngat@vidu.vn"}


@sends("notices.confirm_address")
def code(_branch: Branch) -> dict[str, object]:
    return {"code": "000000"}
