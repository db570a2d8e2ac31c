"""What is declared of the commune."""

from tests.permissions.branches import Branch, Sent, sends


@sends("people.declare_headcounts")
def declare_headcounts(branch: Branch) -> Sent:
    where = {"group": "branch_head", "as_of": "2026-11-20", "area": branch["area code"]}
    return Sent(query=where, data={f"n{branch.commune.id}": "12"})
