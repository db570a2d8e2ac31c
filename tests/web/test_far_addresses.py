"""Addresses with numbers and signs that no database can hold."""

import pytest

from elearn.access import Role
from tests.make import accounts

FAR = 10**30


@pytest.fixture
def central(db, sign_in):
    account = accounts.account(db)
    accounts.role_grant(db, account, Role.CENTRAL)
    db.commit()
    sign_in(account)


@pytest.mark.parametrize(
    "address",
    [
        f"/areas/{FAR}",
        f"/media/{FAR}",
        f"/media?page={FAR}",
        f"/people/{FAR}",
        f"/people?after={FAR}",
    ],
)
def test_a_number_that_no_row_can_have_is_not_found(client, central, address):
    answer = client.get(address)

    assert answer.status_code == 404
    assert "Không thấy trang này" in answer.text


@pytest.mark.parametrize("address", [f"/classes/{FAR}/closing", f"/classes/{FAR}/cancel"])
def test_nothing_can_be_done_there_either(client, central, address):
    assert client.post(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/areas?q=%00", "/people?q=a%00", "/programmes/%00", "/lectures/%00/film"]
)
def test_a_sign_that_no_text_can_hold_is_no_failure(client, central, address):
    assert client.get(address).status_code in (200, 404)
