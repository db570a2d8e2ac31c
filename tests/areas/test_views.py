"""The pages about areas, open to whoever is signed in."""

from datetime import date

import pytest

from elearn import areas
from elearn.access import Role
from elearn.areas import Trait, TraitLine
from tests.make import accounts as make_accounts
from tests.make.areas import BEFORE, NOW, area


@pytest.fixture
def learner(db, sign_in):
    account = make_accounts.account(db)
    sign_in(account)
    return account


@pytest.mark.parametrize("address", ["/areas", "/areas/1", "/areas/map", "/areas/map/63"])
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


def test_an_area_tells_what_happened_to_it_and_on_which_paper(client, db, learner):
    text = client.get(f"/areas/{area(db, 'Thành phố Đồng Nai').id}").text

    assert "Đổi loại</b>: Tỉnh Đồng Nai thành Thành phố Đồng Nai" in text
    assert "Nghị quyết 30/2026/QH16" in text
    assert "Hình thành từ các đơn vị cũ" in text
    assert "Gồm 95 đơn vị" in text


def test_a_province_of_old_tells_what_it_is_now(client, db, learner):
    text = client.get(f"/areas/{area(db, 'Tỉnh Thái Bình', day=BEFORE).id}").text

    assert "Đã kết thúc ngày 30/06/2025" in text
    assert "Tỉnh Hưng Yên" in text
    assert "nay ở 65 xã, phường, đặc khu" in text
    assert "Nhập nguyên trạng, kết thúc" in text
    assert "Nghị quyết 202/2025/QH15" in text


def test_a_district_of_old_tells_its_communes_of_then_and_of_now(client, db, learner):
    text = client.get(f"/areas/{area(db, 'Huyện Hưng Hà', day=BEFORE).id}").text

    assert "Cấp này bãi bỏ, kết thúc" in text
    assert "Khi kết thúc gồm 33 đơn vị" in text
    assert "Xã Tiên La, tỉnh Hưng Yên" in text


def test_a_commune_that_was_split_tells_its_main_part(client, db, learner):
    old = area(db, "Xã Thái Bình", within="Huyện Yên Sơn", day=BEFORE)

    text = client.get(f"/areas/{old.id}").text

    assert "Chia ra, kết thúc" in text
    assert text.index("phần chính") < text.index("một phần")


@pytest.mark.parametrize(("address", "count"), [("/areas/map", 34), ("/areas/map/63", 63)])
def test_each_province_on_a_map_is_a_link_with_its_name(client, learner, address, count):
    page = client.get(address).text
    drawing = page[page.index('<svg class="map"') : page.index("</svg>", page.index('class="map"'))]

    assert drawing.count('<a href="/areas/') == drawing.count("<title>") == count
    assert drawing.count('class="isle"') == 2
    assert "Hoàng Sa" in drawing
    assert "Trường Sa" in drawing
    assert "CC BY 4.0" in page


def test_what_leads_to_changes_is_shown_to_those_who_may_read_them(client, db, learner):
    assert "/areas/changes" not in client.get("/areas").text
    make_accounts.role_grant(db, learner, Role.INSPECTOR)

    assert "/areas/changes" in client.get("/areas").text


def test_areas_are_listed_by_a_trait_they_have_today(client, db, learner):
    line = TraitLine(2, areas.version_on(db, area(db).id, NOW).code, frozenset({Trait.DELTA}))
    areas.load_traits(db, [line], areas.TraitSource("60/QĐ", date(2026, 1, 1)))

    assert "Đồng bằng" in client.get("/areas").text
    assert "Xã Hưng Hà" in client.get("/areas?trait=delta").text
    assert "theo 60/QĐ, từ 01/01/2026" in client.get(f"/areas/{area(db).id}").text


def test_an_unknown_area_is_not_found(client, learner):
    assert client.get("/areas/999999").status_code == 404


def test_the_pages_take_a_bounded_number_of_queries(client, db, learner, count_queries):
    today, before = area(db, "Tỉnh Hưng Yên").id, area(db, "Tỉnh Thái Bình", day=BEFORE).id

    for address, most in ((f"/areas/{today}", 15), (f"/areas/{before}", 27), ("/areas?q=tân", 12)):
        with count_queries() as queries:
            client.get(address)
        assert len(queries) <= most, address
