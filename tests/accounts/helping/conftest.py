"""Somebody of one's own branch and of the other who wait for a code, and who helps them."""

import pytest

from elearn.access import Role
from tests.make import accounts as make
from tests.make import people, slips
from tests.make.areas import area


@pytest.fixture
def branch(db):
    return people.org_unit(db, "Chi hội thôn Đông")


@pytest.fixture
def account(db, branch):
    return slips.waiting(db, "Bùi Thị Thoa", at=branch, user_name="thoabt1")


@pytest.fixture
def hers(db):
    """An account of the other branch."""
    there = people.org_unit(db, "Chi hội khu 1", at=area(db, "Phường Hạ Long"))
    return slips.waiting(db, "Hoàng Thị Xa", at=there, user_name="xaht1")


@pytest.fixture
def enter(db, sign_in):
    """`enter(role, place)` signs somebody in who holds the role there."""

    def enter(role=Role.ADMINISTRATOR, place="Tỉnh Hưng Yên"):
        account = make.account(db, make.person(db, "Trần Thị Tỉnh"))
        make.role_grant(db, account, role, area_id=area(db, place).id)
        db.commit()
        sign_in(account)
        return account

    return enter
