"""The pages about organisation units: a stranger, a reader, and who decides."""

from datetime import date

import pytest
from sqlalchemy import select

from elearn.access import Role
from elearn.people import OrgUnit, OrgUnitPlace, UnitExclusion, UnitKind
from tests.make import people as make
from tests.make.areas import BEFORE, area


@pytest.fixture
def unit(db):
    return make.org_unit(db)


@pytest.fixture
def own_unit(enter, unit):
    """A unit over which the one signed in decides."""
    enter()
    return unit


@pytest.fixture
def pages(db, unit):
    """A unit, and the addresses of all that is done to it."""
    exclusion = make.exclusion(db, unit)
    base = f"/people/units/{unit.id}"
    own = [f"{base}/{act}" for act in ("rename", "move", "end", "exclude")]
    row = f"/people/exclusions/{exclusion.id}"
    return unit, [*own, f"{row}/end", f"{row}/take-back"]


@pytest.mark.parametrize("address", ["/people/units", "/people/units/1", "/people/units/new"])
def test_signed_out_one_is_asked_to_sign_in(client, address):
    assert "/sign-in" in client.get(address).location


@pytest.mark.parametrize(
    ("who", "answers"),
    [
        ((Role.ADMINISTRATOR, "Tỉnh Hưng Yên"), (200, 200)),
        ((Role.INSPECTOR, "Tỉnh Hưng Yên"), (200, 403)),
        ((Role.ADMINISTRATOR, "Tỉnh Quảng Ninh"), (404, 404)),
    ],
)
def test_who_sees_the_place_reads_and_who_decides_changes(client, enter, pages, who, answers):
    unit, acts = pages
    reads, changes = answers
    enter(*who)

    assert client.get(f"/people/units/{unit.id}").status_code == reads
    assert {client.get(page).status_code for page in acts} == {changes}
    assert (unit.name in client.get("/people/units").text) is (reads == 200)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"Hội LHPN xã Hưng Hà", "Chi hội thôn Đồng"}),
        ("?kind=branch", {"Chi hội thôn Đồng"}),
        ("?q=thon+dong", {"Chi hội thôn Đồng"}),
        ("?q=hưng hà hội lhpn", {"Hội LHPN xã Hưng Hà"}),
        ("?state=over", {"Hội LHPN huyện Hưng Hà"}),
        ("?kind=nothing&after=x&area=", {"Hội LHPN xã Hưng Hà", "Chi hội thôn Đồng"}),
        ("?kind=school", set()),
    ],
)
def test_units_are_found_by_kind_words_and_state(client, several, query, names):
    page = client.get(f"/people/units{query}").text

    assert {name for name in several if f">{name}</a>" in page} == names


@pytest.fixture
def several(db, unit, enter):
    """The names of a union, a branch elsewhere, and a union of a district that has ended."""
    make.org_unit(db, "Chi hội thôn Đồng", kind=UnitKind.BRANCH, at=area(db, "Phường Phố Hiến"))
    district = area(db, "Huyện Hưng Hà", day=BEFORE)
    gone = make.org_unit(db, "Hội LHPN huyện Hưng Hà", at=district, since=date(2018, 1, 1))
    gone.valid_to = BEFORE
    db.flush()
    enter()
    return {unit.name, "Chi hội thôn Đồng", gone.name}


def test_units_are_narrowed_to_a_commune(client, db, enter, unit):
    make.org_unit(db, "Chi hội thôn Đồng", kind=UnitKind.BRANCH, at=area(db, "Phường Phố Hiến"))
    enter()

    page = client.get(f"/people/units?area={area(db).id}").text

    assert "Hội LHPN xã Hưng Hà</a>" in page
    assert "Chi hội thôn Đồng</a>" not in page


def test_pages_of_units_follow_one_another(client, db, enter):
    units = [
        OrgUnit(name=f"Chi hội {number}", kind=UnitKind.BRANCH, valid_from=make.START)
        for number in range(55)
    ]
    db.add_all(units)
    db.flush()
    here = {"area_id": area(db).id, "valid_from": make.START}
    db.add_all(OrgUnitPlace(org_unit_id=unit.id, **here) for unit in units)
    db.flush()
    enter()

    first = client.get("/people/units").text
    [more] = [part for part in first.split('"') if "after=" in part]
    second = client.get(more.replace("&amp;", "&")).text

    assert first.count('class="row-link"') == 50
    assert second.count('class="row-link"') == 5


def test_the_page_of_a_unit_tells_who_serves_served_and_is_planned(client, db, enter, unit):
    make.tenure(db, make.person(db, "Vũ Thị Ngát"), at=unit)
    make.tenure(db, make.person(db, "Lê Thị Ba"), at=unit, valid_to=date(2025, 12, 31))
    make.planned(db, make.person(db, "Hà Thị Ấm"), at=unit)
    below = make.org_unit(db, "Chi hội thôn Đồng", kind=UnitKind.BRANCH)
    below.parent_id = unit.id
    make.exclusion(db, unit, decision="3/QĐ-HPN")
    enter()

    page = client.get(f"/people/units/{unit.id}").text

    for words in ("Vũ Thị Ngát", "Lê Thị Ba", "Hà Thị Ấm", "Chi hội thôn Đồng", "3/QĐ-HPN"):
        assert words in page
    assert "cơ quan tham mưu, giúp việc chung" in page
    assert "Chi hội thôn Đồng" in client.get(f"/people/units/{below.id}").text


def test_a_unit_is_entered_renamed_moved_and_ended(client, db, enter):
    enter()
    told = {"kind": "branch", "name": "Chi hội thôn Đồng", "area": "Xã Hưng Hà, Hưng Yên"}
    client.post("/people/units/new", data={**told, "valid_from": "01/07/2025"})
    unit = db.scalars(select(OrgUnit)).one()
    base = f"/people/units/{unit.id}"

    client.post(f"{base}/rename", data={"name": "Chi hội Đồng Tâm", "on": "01/01/2026"})
    client.post(f"{base}/move", data={"area": "Phường Phố Hiến", "on": "01/02/2026"})
    told_before = client.get(f"{base}/end").text
    client.post(f"{base}/end", data={"on": "01/03/2026"})

    page = client.get(base).text
    db.expire_all()
    assert (unit.name, unit.valid_to) == ("Chi hội Đồng Tâm", date(2026, 3, 1))
    assert "Chi hội thôn Đồng" in page
    assert "phường Phố Hiến, tỉnh Hưng Yên" in page
    assert "xã Hưng Hà, tỉnh Hưng Yên" in page
    assert "0 chức danh đang giữ ở đây sẽ kết thúc" in told_before


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Phường Hạ Long", "không quản trị địa bàn này"),
        ("Xã Không Đâu", "Không có đơn vị hành chính nào tên"),
        ("Tỉnh Hưng Yên", "không đặt ở"),
    ],
)
def test_a_unit_is_not_moved_where_one_does_not_decide(client, db, own_unit, place, words):
    unit = own_unit

    page = client.post(f"/people/units/{unit.id}/move", data={"area": place, "on": "01/02/2026"})

    assert page.status_code == 422
    assert words in page.text
    assert len(db.scalars(select(OrgUnitPlace)).all()) == 1


def test_a_unit_is_left_out_of_evaluation_and_taken_in_again(client, db, enter, unit):
    enter()
    told = {"reason": "joint_advisory_body", "valid_from": "01/01/2026", "decision": "3/QĐ"}

    client.post(f"/people/units/{unit.id}/exclude", data=told)

    row = db.scalars(select(UnitExclusion)).one()
    assert "không được đánh giá từ 01/01/2026" in client.get(f"/people/units/{unit.id}").text
    client.post(f"/people/exclusions/{row.id}/end", data={"on": "30/06/2026"})
    assert "không được đánh giá từ" not in client.get(f"/people/units/{unit.id}").text


def test_lists_and_pages_of_units_take_a_bounded_number_of_queries(
    client, db, own_unit, count_queries
):
    unit = own_unit
    for number in range(6):
        make.tenure(db, make.person(db, f"Lê Thị {number}"), at=unit, post="branch_head")
        make.org_unit(db, f"Chi hội {number}", kind=UnitKind.BRANCH)

    with count_queries() as listed:
        client.get("/people/units")
    with count_queries() as told:
        client.get(f"/people/units/{unit.id}")

    assert len(listed) <= 12
    assert len(told) <= 30
