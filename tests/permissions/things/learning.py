"""A place on a programme, and what players say."""

from datetime import timedelta
from typing import Any

from elearn.learning import service
from elearn.learning.service import bookmarks as marks
from tests.make import learning as studying
from tests.permissions.branches import NOW, SECRET_KEY, Branch, Sent, sends, thing


@sends("learning.watching")
def watching(branch: Branch) -> Sent:
    return Sent(json={"lecture": branch["lecture_code"]})


@sends("learning.reports")
def reports(branch: Branch) -> Sent:
    return Sent(json={"reports": []})


@thing("learning.token")
def token(branch: Branch) -> str:
    """The word in the address of a receipt she took along."""
    studying.watched(branch.db, branch["she"], branch["course"].required)
    signer = service.Signer("https://hoc.example.org", SECRET_KEY)
    given = service.give_receipt(
        branch.db, branch["person_id"], signer, share_percent=80, now=NOW - timedelta(hours=1)
    )
    return given.token


@thing("bookmark_id")
def bookmark_id(branch: Branch) -> int:
    film = branch["course"].required
    made = marks.add_bookmark(branch.db, branch["person_id"], film, 1, "", now=NOW)
    return made.id


@sends("learning.add_bookmark")
def add_bookmark(branch: Branch) -> dict[str, Any]:
    return {"at": "0:01"}
