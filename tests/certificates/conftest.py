"""Somebody signed in who holds a role over an area."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from elearn import accounts
from elearn.access import Role
from tests.make import accounts as make_accounts
from tests.make.areas import area


@pytest.fixture
def enter(db: Session, sign_in: Callable[[accounts.Account], None]) -> Callable[..., None]:
    """`enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")` signs in a new account with that role there."""

    def enter(role: Role, place: str) -> None:
        account = make_accounts.account(db)
        make_accounts.role_grant(db, account, role, area_id=area(db, place).id)
        sign_in(account)

    return enter
