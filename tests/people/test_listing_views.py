"""The page of the list: narrowed by its address, and told in words how."""

import pytest

from elearn.access import Role
from tests.make import accounts as make_accounts
from tests.make import people as make
from tests.make.areas import BEFORE, area


@pytest.fixture
def province(db, sign_in):
    """Sign in who administers Hưng Yên, where somebody chairs a union and somebody did."""
    make.tenure(db, make.person(db, "Vũ Thị Ngát"))
    make.tenure(db, make.person(db, "Vũ Thị Mận"), post="branch_head")
    account = make_accounts.account(db)
    place = area(db, "Tỉnh Hưng Yên").id
    make_accounts.role_grant(db, account, Role.ADMINISTRATOR, area_id=place)
    make.listed(db)
    sign_in(account)


@pytest.mark.parametrize("address", ["/people?post=branch_head", "/people?q=man", "/people?q=Mận"])
def test_the_list_is_narrowed_by_its_address(client, province, address):
    page = client.get(address).text

    assert "Vũ Thị Mận" in page
    assert "Vũ Thị Ngát" not in page
    assert "1 người." in page


def test_what_is_chosen_is_told_with_a_way_to_take_it_away(client, db, province):
    district = area(db, "Huyện Hưng Hà", day=BEFORE)

    page = client.get(f"/people?q=vu&area={district.id}&post=branch_head&held=now").text

    assert 'aria-label="Bỏ lọc “vu”"' in page
    assert 'aria-label="Bỏ lọc Huyện Hưng Hà, tỉnh Thái Bình"' in page
    assert f'href="/people?q=vu&amp;area={district.id}&amp;held=now"' in page
    assert "có đến hết ngày 30/06/2025" in page
    assert "Vũ Thị Mận" in page


def test_a_place_that_is_written_is_looked_up(client, db, province):
    answer = client.get("/people?place=huyen+hung+ha&held=now")

    key = area(db, "Huyện Hưng Hà", day=BEFORE).id
    assert answer.location == f"/people?area={key}&held=now"


def test_a_place_that_may_be_several_is_asked_about(client, province):
    page = client.get("/people?place=Hưng+Hà").text

    assert "“Hưng Hà” là nơi nào?" in page
    assert "Thị trấn Hưng Hà, huyện Hưng Hà, tỉnh Thái Bình" in page


def test_a_place_that_is_unknown_is_said_to_be(client, province):
    assert "Không có địa bàn nào tên “Nơi Ấy”" in client.get("/people?place=Nơi+Ấy").text


def test_a_place_that_is_wiped_out_is_taken_away(client, db, province):
    answer = client.get(f"/people?place=&area={area(db).id}&q=vu")

    assert answer.location == "/people?q=vu"


def test_another_place_written_over_the_old_one_counts(client, db, province):
    answer = client.get(f"/people?place=Tỉnh+Quảng+Ninh&area={area(db).id}")

    assert answer.location == f"/people?area={area(db, 'Tỉnh Quảng Ninh').id}"


def test_nobody_found_says_what_to_try(client, province):
    assert "Không có ai như vậy" in client.get("/people?q=zzz").text


@pytest.mark.parametrize("address", ["/people?area=x&held=y&post=z&after=w", "/people?q=%25"])
def test_what_makes_no_sense_is_no_failure(client, province, address):
    assert client.get(address).status_code == 200


def test_an_area_that_does_not_exist_is_not_found(client, province):
    assert client.get("/people?area=99999999").status_code == 404


def test_a_narrowed_list_takes_a_bounded_number_of_queries(client, db, province, count_queries):
    with count_queries() as queries:
        client.get(f"/people?q=vu&area={area(db).id}&post=branch_head")

    assert len(queries) <= 15
