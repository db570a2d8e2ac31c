"""A chair and a branch of Xã Hưng Hà, and signing in with a role, for the tests of pages."""

from collections.abc import Iterator

import pytest

from elearn.access import Role
from elearn.db import Database
from elearn.people import UnitKind
from tests import bases, own
from tests.make import accounts as make_accounts
from tests.make import people as make
from tests.make.areas import area


@pytest.fixture
def chair(db):
    who = make.person(db, "Vũ Thị Ngát", phone="0900000123", birth_year=1980)
    return make.tenure(db, who, decision="5/QĐ-HPN")


@pytest.fixture
def branch(db, chair):
    return make.org_unit(db, "Chi hội thôn Đồng", kind=UnitKind.BRANCH)


@pytest.fixture
def enter(db, sign_in):
    """Sign a new account in that holds a role over an area."""

    def enter(role=Role.ADMINISTRATOR, place="Tỉnh Hưng Yên"):
        account = make_accounts.account(db)
        make_accounts.role_grant(db, account, role, area_id=area(db, place).id)
        sign_in(account)
        return account

    return enter


@pytest.fixture
def acting_on(enter, chair):
    """The chair, with the administrator of her province signed in."""
    enter()
    return chair


@pytest.fixture
def real(tmp_path) -> Iterator[Database]:
    """A database of this test's own, with empty tables."""
    with own.address(tmp_path) as address:
        database = Database.at(address)
        bases.METADATA.create_all(database.engine)
        yield database
        database.engine.dispose()
