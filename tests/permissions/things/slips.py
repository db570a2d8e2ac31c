"""Accounts that wait for a first sign-in, their codes and slips, and links to other browsers."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from elearn import accounts, areas, storage
from elearn.access import OPERATOR
from elearn.accounts.models import SlipSheet
from tests.make import accounts as make
from tests.make import slips
from tests.permissions.branches import NOW, Branch, Sent, sends, thing


@thing("account_id")
def account_id(branch: Branch) -> int:
    return int(branch["herself"].id)


@thing("accounts.reopen.account_id")
def closed_account_id(branch: Branch) -> int:
    closed = slips.waiting(branch.db, "Đinh Thị Mai", at=branch["women's branch"])
    closed.closed_at = NOW
    branch.db.flush()
    return closed.id


@thing("waiting")
def waiting(branch: Branch) -> accounts.Account:
    """Somebody who was never signed in."""
    return slips.waiting(branch.db, "Mạc Thị Hoa", at=branch["women's branch"])


@thing("typed code")
def typed_code(branch: Branch) -> str:
    return slips.code(branch.db, branch["waiting"], now=NOW - timedelta(hours=1))


@thing("accounts.slip.account_id")
def waiting_id(branch: Branch) -> int:
    return int(branch["waiting"].id)


@thing("newcomer")
def newcomer(branch: Branch) -> int:
    """Somebody who has no account yet."""
    return slips.head(branch.db, "Sầm Thị Vui", at=branch["women's branch"])


@thing("batch_id")
def batch_id(branch: Branch) -> int:
    return _drawn(branch, "to be fetched")


@thing("accounts.forget.batch_id")
def batch_to_forget_id(branch: Branch) -> int:
    """Other slips: no savepoint brings a file back."""
    return _drawn(branch, "to be forgotten")


def _drawn(branch: Branch, words: str) -> int:
    """Have slips of the commune ordered, and lay their file into the store."""
    assert branch["waiting"]
    place = areas.version_on(branch.db, branch.commune.id, NOW.date())
    made = accounts.order_slips(branch.db, OPERATOR, place, anew=True, now=NOW)
    paper = branch.folder / "slips.pdf"
    paper.write_bytes(f"%PDF-1.7 slips {branch.name} {words}".encode())
    kept = storage.remember(branch.db, branch.store, paper, media_type="application/pdf", now=NOW)
    sheets = select(SlipSheet).where(SlipSheet.batch_id == made.id)
    for sheet in branch.db.scalars(sheets):
        sheet.drawn_at, sheet.file_id = NOW, kept.id
    branch.db.flush()
    return made.id


@sends("accounts.make_all")
def make_all(branch: Branch) -> dict[str, Any]:
    assert branch["newcomer"]
    return {"area": branch["area code"], "posts": "branch_head"}


@sends("accounts.new_slips")
@sends("accounts.order_slips")
def about_the_commune(branch: Branch) -> dict[str, Any]:
    return {"area": branch["area code"], "anew": "y"}


@sends("accounts.slip")
@sends("accounts.type_code")
def code(branch: Branch) -> dict[str, Any]:
    return {"code": branch["typed code"]}


@sends("accounts.carry")
def carry(branch: Branch) -> dict[str, Any]:
    session = accounts.open_session(branch.db, branch["herself"], now=NOW, device=make.DEVICE)
    hers = accounts.presence_of(branch.db, session, now=NOW)
    assert hers
    return {"token": accounts.begin_carrying(branch.db, hers.session_id, now=NOW)}


@sends("accounts.take_over")
def take_over(branch: Branch) -> Sent:
    return Sent(query=carry(branch))


@sends("accounts.first_password")
def first_password(_branch: Branch) -> dict[str, Any]:
    return {"password": "mua-roi-tren-mai-2027", "again": "mua-roi-tren-mai-2027"}


@sends("accounts.report_wrong")
def report_wrong(_branch: Branch) -> dict[str, Any]:
    return {"field": "full_name", "wanted": "Mạc Thị Hòa"}
