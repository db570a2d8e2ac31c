"""A change applied: what was known is superseded, people are found where they now belong."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from elearn import areas
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.areas import AreaLineage, AreaVersion
from elearn.errors import Conflict, Forbidden, InvalidInput, Refusal
from tests.make import areas as make
from tests.make.areas import NOW, area, path

MOMENT = datetime(2099, 1, 1, tzinfo=UTC)  # After the lists were loaded.
DAY = date(2027, 1, 1)


@pytest.fixture
def code(db):
    """The code that a commune of Hưng Yên bears today."""

    def told(name):
        return areas.version_on(db, area(db, name, within="Tỉnh Hưng Yên").id, NOW).code

    return told


def receive(db, *lines, number="01/NQ", day=DAY):
    return areas.receive(db, OPERATOR, make.change(*lines, number=number, day=day), now=MOMENT)


def apply(db, *lines, **more):
    change = receive(db, *lines, **more)
    assert areas.apply(db, OPERATOR, change, now=MOMENT)
    return change


def merged(code):
    return (
        (code("Xã Hưng Hà"), "Hưng Hà", "xã", "99901", "Xã Trần", "xã", "33", "nguyên trạng"),
        (code("Xã Long Hưng"), "Xã Long Hưng", "xã", "99901", "Xã Trần", "xã", "33", "chia", "x"),
        (code("Xã Long Hưng"), "", "xã", code("Xã Tiên La"), "", "", "", "chia", ""),
    )


def test_two_communes_pass_into_a_new_one_and_into_one_that_goes_on(db, code):
    names = ("Xã Hưng Hà", "Xã Long Hưng", "Xã Tiên La")
    old, other, stays = (area(db, name, within="Tỉnh Hưng Yên").id for name in names)

    apply(db, *merged(code))

    (first,) = areas.present_of(db, [old], DAY)[old]
    split = areas.present_of(db, [other], DAY)[other]
    assert areas.version_on(db, first.area_id, DAY).full_name == "Xã Trần"
    assert [heir.area_id for heir in split] == [first.area_id, stays]
    assert areas.version_on(db, old, DAY - timedelta(days=1)).valid_to == date(2026, 12, 31)
    assert len(areas.children_of(db, area(db, "Tỉnh Hưng Yên").id, DAY)) == 103


def test_a_right_over_a_district_of_old_follows_through_a_second_change(db, code):
    district = area(db, "Huyện Hưng Hà", day=make.BEFORE).id
    before = areas.heirs_of(db, district, NOW)

    apply(db, *merged(code))

    after = areas.heirs_of(db, district, DAY)
    assert len(before) == 8
    assert len(after) == 7
    assert areas.heirs_of(db, district, NOW) == before


def test_what_was_known_is_superseded_and_not_overwritten(db, code):
    key = area(db).id
    known = select(AreaVersion).where(AreaVersion.area_id == key)

    change = apply(db, *merged(code))

    earlier = db.scalars(known.where(AreaVersion.known_at(MOMENT - timedelta(days=1)))).all()
    now = db.scalars(known.where(AreaVersion.is_current())).all()
    assert [version.valid_to for version in earlier] == [None]
    assert [version.valid_to for version in now] == [date(2026, 12, 31)]
    assert db.scalar(select(func.count()).select_from(known.subquery())) == 2
    assert change.resolution.number == "01/NQ"
    step = db.scalars(select(AreaLineage).where(AreaLineage.from_area_id == key)).one()
    assert step.resolution_id == change.resolution_id


def test_an_area_goes_on_under_another_name_type_code_and_parent(db, code):
    key, hung_ha = area(db).id, code("Xã Hưng Hà")

    apply(
        db,
        (hung_ha, "", "xã", "", "Phường Long Hưng Mới", "phường", "", "đổi tên"),
        (hung_ha, "", "xã", "99902", "", "", "", "đổi mã"),
        (hung_ha, "", "xã", "", "", "", "22", "chuyển"),
    )

    version = areas.version_on(db, key, DAY)
    assert (version.full_name, version.code) == ("Phường Long Hưng Mới", "99902")
    assert version.path == path(db, "Tỉnh Quảng Ninh") + f"{key}/"
    assert areas.heirs_of(db, key, DAY) == (version.path,)


def test_the_communes_of_a_province_that_passes_whole_move_with_it(db):
    old, communes = area(db, "Tỉnh Hưng Yên").id, path(db, "Tỉnh Hưng Yên")

    apply(db, ("33", "Hưng Yên", "tỉnh", "22", "", "", "", "nguyên trạng"))

    commune = area(db, day=DAY)
    assert areas.path_on(db, commune.id, DAY) == path(db, "Tỉnh Quảng Ninh") + f"{commune.id}/"
    assert len(areas.children_of(db, area(db, "Tỉnh Quảng Ninh").id, DAY)) == 104 + 54
    assert len(areas.heirs_of(db, old, DAY)) == 104
    assert areas.path_on(db, commune.id, NOW).startswith(communes)
    thai_binh = path(db, "Tỉnh Thái Bình", day=make.BEFORE)
    assert {communes, thai_binh} < set(areas.reach_of(db, [path(db, "Tỉnh Quảng Ninh")]))


def test_the_same_file_a_second_time_changes_nothing(db, code):
    lines = merged(code)
    change = apply(db, *lines)
    count = select(func.count()).select_from(AreaVersion)
    held = db.scalar(count)

    again = receive(db, *lines)

    assert again.id == change.id
    assert areas.apply(db, OPERATOR, again, now=MOMENT) is False
    assert db.scalar(count) == held


def test_receiving_and_looking_write_nothing_about_areas(db, code):
    count = select(func.count()).select_from(AreaVersion)
    held = db.scalar(count)

    drafted = areas.draft_of(db, receive(db, *merged(code)))

    assert (len(drafted.begun), len(drafted.ended)) == (1, 2)
    assert db.scalar(count) == held


def test_a_file_with_one_bad_line_is_not_applied_at_all(db, code):
    bad = ("99999", "", "xã", "", "Xã Nào", "", "", "đổi tên")

    with pytest.raises(Refusal, match="Dòng 5: Không có đơn vị mã 99999"):
        apply(db, *merged(code), bad)

    assert db.scalar(select(func.count()).where(AreaVersion.full_name == "Xã Trần")) == 0


def test_an_empty_file_is_refused(db):
    with pytest.raises(Refusal, match="không có dòng thay đổi nào"):
        apply(db)


def test_a_resolution_has_one_day(db, code):
    apply(db, (code("Xã Tiên La"), "", "xã", "", "Xã Tiên Lãng", "", "", "đổi tên"))

    with pytest.raises(Conflict, match="01/NQ đã được ghi với ngày hiệu lực 01/01/2027"):
        apply(db, *merged(code), day=DAY + timedelta(days=1))


def test_a_resolution_does_not_hold_before_it_was_decided(db):
    with pytest.raises(InvalidInput, match="không thể trước ngày ban hành"):
        receive(db, day=date(2020, 1, 1))


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.INSPECTOR])
def test_only_the_centre_changes_areas(db, code, role):
    change = receive(db, *merged(code))
    actor = Actor(None, (Grant(role, "/", date.min),))

    for act in (areas.apply, areas.discard):
        with pytest.raises(Forbidden):
            act(db, actor, change, now=MOMENT)


def test_a_file_may_be_forgotten_until_it_is_applied(db, code):
    change = receive(db, *merged(code))
    areas.discard(db, OPERATOR, change, now=MOMENT)
    with pytest.raises(Conflict, match="có người bỏ"):
        areas.apply(db, OPERATOR, change, now=MOMENT)
    applied = apply(db, *merged(code))

    assert areas.changes(db) == [applied]
    with pytest.raises(Conflict):
        areas.discard(db, OPERATOR, applied, now=MOMENT)


def test_applying_takes_a_bounded_number_of_queries(db, code, count_queries):
    change = receive(db, ("33", "", "tỉnh", "22", "", "", "", "nguyên trạng"))

    with count_queries() as queries:
        areas.apply(db, OPERATOR, change, now=MOMENT)

    assert len(queries) <= 20
