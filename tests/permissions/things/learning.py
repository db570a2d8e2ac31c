"""A place on a programme, and what players say."""

from tests.permissions.branches import Branch, Sent, sends


@sends("learning.watching")
def watching(branch: Branch) -> Sent:
    return Sent(json={"lecture": branch["lecture_code"]})


@sends("learning.reports")
def reports(branch: Branch) -> Sent:
    return Sent(json={"reports": []})
