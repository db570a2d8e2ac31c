"""The four states: numbers, a list of names for each, and both agree."""

import pytest

from elearn import areas, coverage
from elearn.access import Role
from elearn.areas import Level
from elearn.coverage import Borders, Geography, Names, Standing, Which
from tests.make import coverage as make
from tests.make.areas import BEFORE, area


@pytest.fixture
def ha_long(db):
    return f"area={areas.version_on(db, area(db, 'Phường Hạ Long').id, make.DAY).code}"


@pytest.mark.parametrize(
    ("which", "told"),
    [
        ("trained", ("Mai", "đã bồi dưỡng")),
        ("under_way", ("Lan", "đang học")),
        ("new_in_post", ("Cúc", "mới nhận nhiệm vụ")),
        ("never", ("Huệ", "chưa từng học")),
    ],
)
def test_each_state_has_its_number_and_its_names(client, enter, ha_long, which, told):
    enter(Role.ADMINISTRATOR, "Tỉnh Quảng Ninh")

    page = client.get(f"/coverage?as_of=2026-11-20&{ha_long}").text
    names = client.get(f"/coverage/people?as_of=2026-11-20&{ha_long}&which={which}").text

    name, words = told
    assert f"which={which}" in page
    assert f"1 người {words}" in names.replace("\u00a0", " ")
    shown = [one for one in ("Mai", "Lan", "Cúc", "Huệ") if f"Trần Thị {one}" in names]
    assert shown == [name]


def test_the_list_of_those_who_lack_it_holds_all_three_other_states(client, enter, ha_long):
    enter(Role.ADMINISTRATOR, "Tỉnh Quảng Ninh")

    names = client.get(f"/coverage/people?as_of=2026-11-20&{ha_long}").text

    assert "3 người chưa bồi dưỡng" in names.replace("\u00a0", " ")
    assert "Lớp số" in client.get(f"/coverage/people?{ha_long}&which=under_way").text


@pytest.mark.parametrize(
    ("borders", "day", "on"),
    [
        (Borders.AS_IT_WAS, BEFORE, BEFORE),
        (Borders.TODAY, BEFORE, make.DAY),
        (Borders.ON_DAY, make.DAY, BEFORE),
    ],
)
def test_lists_and_figures_agree_by_all_borders(db, country, borders, day, on):
    geography = Geography(borders, on)
    one = country.scheme.indicator("branch_head.branch")
    places = [areas.version_on(db, areas.root(db).id, on), *_provinces(db, on)]

    for place in places:
        asked = coverage.asked_of(db, country.scheme, place, day, geography)
        figure = coverage.figures_of(db, asked, [one], [place.area_id])[one.key, place.area_id]
        lists = {
            standing: len(coverage.persons_of(db, asked, one, Names(Which(standing.value))).rows)
            for standing in Standing
        }
        assert lists == figure.standings
        assert sum(lists.values()) == figure.in_post


def _provinces(db, day):
    provinces = areas.children_of(db, areas.root(db).id, day, level=Level.PROVINCE)
    return [one for one in provinces if one.name in ("Hưng Yên", "Quảng Ninh", "Thái Bình")]


def test_a_figure_of_changes_has_a_number_and_no_list(client, enter):
    enter(Role.CENTRAL)
    figure = "scheme=standing&figure=branch_head.branch.turnover.in"

    assert client.get(f"/coverage?{figure}").status_code == 200
    assert "Không có danh sách để xem." in client.get(f"/coverage/people?{figure}").text


def test_what_is_not_counted_yet_says_so(client, enter):
    enter(Role.CENTRAL)

    page = client.get("/coverage?scheme=qd_1956").text

    assert "Chưa tính xong số liệu cho lựa chọn này." in page


def test_who_has_not_told_of_anybody_is_named(client, enter):
    enter(Role.CENTRAL)

    page = client.get("/coverage").text

    assert "2/34 tỉnh, thành phố đã báo cáo." in page
    assert "tỉnh An Giang" in page
