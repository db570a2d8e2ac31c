"""What tests of questions do again and again: somebody acts, asks, is told."""

from datetime import timedelta

from sqlalchemy import select

from elearn import accounts
from elearn.access import Role
from elearn.learning.service import asking
from elearn.notices import Notice
from tests.make import accounts as make_accounts
from tests.make import questions as make

NOW = make.LONG_AGO + timedelta(days=1)


DAY = NOW.date()


def actor(db, role=Role.INSTRUCTOR):
    account = make_accounts.account(db)
    make_accounts.role_grant(db, account, role)
    return accounts.actor_of(db, account.person_id, day=DAY)


def told(db, person_id):
    hers = select(Notice.kind).where(Notice.person_id == person_id).order_by(Notice.id)
    return [str(kind) for kind in db.scalars(hers)]


def ask(db, person, lecture, text="Sổ này lấy ở đâu?", **values):
    return asking.ask(db, person.id, lecture, asking.Asking(text, **values), now=NOW)
