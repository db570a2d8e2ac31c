"""Posts and units changed from the shell."""

from datetime import date

import pytest
from sqlalchemy import select

from elearn.people import EndReason, Tenure, UnitExclusion, UnitKind, commands
from tests.make import people as make
from tests.make.areas import BEFORE, area


@pytest.fixture
def run(runner):
    return lambda *words: runner.invoke(commands.group, [str(word) for word in words])


@pytest.fixture
def chair(db):
    made = make.tenure(db, make.person(db, "Vũ Thị Ngát"))
    db.commit()
    return made


def test_one_is_moved_on_and_the_posts_are_told_with_their_numbers(run, db, chair):
    branch = make.org_unit(db, "Chi hội thôn Đồng", kind=UnitKind.BRANCH)
    db.commit()

    moved = run("transfer", chair.id, "rotation", "branch_head", branch.id, "1/9/2026")
    told = run("tenures", chair.person_id).output

    new = db.scalars(select(Tenure).where(Tenure.org_unit_id == branch.id)).one()
    assert f"chức danh số {new.id}" in moved.output
    assert f"{new.id}  Chi hội trưởng phụ nữ  Chi hội thôn Đồng  01/09/2026–nay" in told
    assert "01/07/2025–31/08/2026 (luân chuyển)" in told


def test_a_post_is_ended(run, db, chair):
    told = run("end", chair.id, "30/06/2026", "retired", "--decision", "8/QĐ").output

    over = db.scalars(select(Tenure).where(Tenure.is_current())).one()
    assert "Vũ Thị Ngát, Chủ tịch Hội LHPN cấp xã, ngày 30/06/2026" in told
    assert (over.end_reason, over.end_decision) == (EndReason.RETIRED, "8/QĐ")
    assert "Không có chức danh số 99999" in run("end", 99999, "30/06/2026", "retired").output


def test_a_unit_is_left_out_and_ended(run, db, chair):
    excluded = run("unit", "exclude", chair.org_unit_id, "1/1/2026", "--decision", "3/QĐ").output
    ended = run("unit", "end", chair.org_unit_id, "30/6/2026").output

    assert "không được đánh giá từ 01/01/2026" in excluded
    assert "1 chức danh kết thúc theo" in ended
    assert db.scalars(select(UnitExclusion)).one().decision == "3/QĐ"


def test_units_follow_their_areas(run, db):
    old, since = area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE), date(2018, 1, 1)
    make.org_unit(db, "Chi hội 1", at=old, kind=UnitKind.BRANCH, since=since)
    district = area(db, "Huyện Hưng Hà", day=BEFORE)
    left = make.org_unit(db, "Hội", at=district, kind=UnitKind.UNION_DISTRICT, since=since)
    db.commit()

    told = run("unit", "follow", "1/7/2025").output

    assert "Đã chuyển 1 đơn vị" in told
    assert f"Còn 1 đơn vị cần người xem xét: {left.id}." in told
