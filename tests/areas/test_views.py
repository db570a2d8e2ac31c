"""The pages about areas, open to whoever is signed in."""

import pytest

from tests.make import accounts as make_accounts
from tests.make.areas import BEFORE, area


@pytest.fixture
def learner(db, sign_in):
    account = make_accounts.account(db)
    sign_in(account)
    return account


@pytest.mark.parametrize("address", ["/areas", "/areas/1"])
def test_signed_out_one_is_asked_to_sign_in(client, address):
    assert "/sign-in" in client.get(address).location


def test_an_old_name_leads_to_what_it_is_now(client, learner):
    text = client.get("/areas?q=minh khai, hung ha").text

    assert "Xã Minh Khai (huyện Hưng Hà, tỉnh Thái Bình)" in text
    assert "→ nay là Xã Hưng Hà, tỉnh Hưng Yên" in text


def test_a_search_without_a_find_says_what_to_try(client, learner):
    assert "Không thấy “xyzzy”" in client.get("/areas?q=xyzzy").text


def test_what_is_typed_is_shown_and_not_run(client, learner):
    assert "<script>x" not in client.get("/areas?q=<script>x").text


def test_an_area_tells_its_versions_and_its_kin(client, db, learner):
    today = client.get(f"/areas/{area(db, 'Thành phố Đồng Nai').id}").text
    ended = client.get(f"/areas/{area(db, 'Tỉnh Thái Bình', day=BEFORE).id}").text

    assert "Tỉnh Đồng Nai" in today
    assert "30/04/2026" in today
    assert "Gồm 95 đơn vị" in today
    assert "Kết thúc ngày 30/06/2025" in ended
    assert "Tỉnh Hưng Yên" in ended


def test_an_unknown_area_is_not_found(client, learner):
    assert client.get("/areas/999999").status_code == 404


def test_the_pages_take_a_bounded_number_of_queries(client, db, learner, count_queries):
    key = area(db, "Tỉnh Hưng Yên").id

    with count_queries() as queries:
        client.get(f"/areas/{key}")
        client.get("/areas?q=tân")

    assert len(queries) <= 16
