"""A module that is written on pages, and signing in as who writes."""

import pytest

from elearn.access import Role
from elearn.people import Person
from tests.make import accounts as make_accounts
from tests.make import catalogue as make
from tests.make import drafts as make_drafts


@pytest.fixture
def module(db):
    made = make.module(db, "CD-1", [make.lecture(db, "BG-01", title="Ghi sổ")], title="Hội phí")
    db.commit()
    return made


@pytest.fixture
def enter(db, sign_in):
    """`enter(role)` signs somebody in who holds the role, and returns who acts."""

    def enter(role=Role.INSTRUCTOR, name="Ngô Thị Hòa"):
        actor = make_drafts.author(db, name, role)
        account = make_accounts.account(db, db.get_one(Person, actor.person_id))
        make_accounts.role_grant(db, account, role)
        db.commit()
        sign_in(account)
        return actor

    return enter
