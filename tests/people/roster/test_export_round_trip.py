"""What was given out and is read again changes nothing, whoever stands in it."""

from datetime import date

from elearn import areas
from elearn.access import OPERATOR
from elearn.people import Attainment, UnitKind
from elearn.people.roster import RosterRow, export
from elearn.people.roster.rules.verdicts import RowStatus
from tests.make import people as make
from tests.make.areas import BEFORE, area
from tests.people.roster.taking_in import compared

TODAY = date(2026, 11, 22)
SINCE_2019 = date(2019, 5, 6)


def awkward(db):
    """Write people whose data is awkward, in the provinces of Thái Bình and Hưng Yên."""
    union = make.org_unit(db)
    branch = make.org_unit(db, "Chi hội thôn Đồng", kind=UnitKind.BRANCH)
    group = make.org_unit(db, "Tổ phụ nữ số 3", kind=UnitKind.WOMEN_GROUP)
    gone = area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE)
    old = make.org_unit(db, "Hội LHPN xã Minh Khai", at=gone, since=SINCE_2019)
    province = make.org_unit(
        db, "Hội LHPN tỉnh", at=area(db, "Tỉnh Hưng Yên"), kind=UnitKind.UNION_PROVINCE
    )
    full = make.person(
        db, "Nguyễn Thị Hường", born_on=date(1984, 3, 5), gender="female", phone="0912345678"
    )
    make.tenure(db, full, at=union, decision="12/QĐ-HPN")
    make.tenure(db, full, at=branch, post="branch_head", valid_from=date(2025, 9, 1))
    make.planned(db, full, at=union, term="2025-2030", decision="7/QH")
    for level in (Attainment.COLLEGE, Attainment.UNIVERSITY, Attainment.THEORY_BASIC):
        make.qualification(db, full, level)
    make.tenure(
        db, make.person(db, "H'Hen Niê", birth_year=1985), at=group, post="women_group_head"
    )
    make.tenure(db, make.person(db, "=Trần Thị An"), at=branch, post="deputy_branch_head")
    make.tenure(
        db,
        make.person(db, "Y Blô Niê", gender="male", born_on=date(1970, 12, 1)),
        at=union,
        post="commune_union_vice_chair",
        valid_to=date(2027, 1, 1),
        end_reason="retired",
    )
    make.tenure(db, make.person(db, "Lê Thị Thuý", birth_year=1990), at=old, valid_from=SINCE_2019)
    make.tenure(
        db,
        make.person(db, "Lê Thị Thúy", birth_year=1990),
        at=province,
        post="union_province_officer",
    )
    joined = make.person(db, "Nguyễn T. Hường", phone="0900000001")
    joined.same_as_id = full.id
    make.tenure(db, joined, at=old, post="commune_union_vice_chair", valid_from=SINCE_2019)
    make.planned(db, make.person(db, "Phạm Thị Quy"), at=old, valid_from=SINCE_2019)
    make.tenure(db, make.person(db, "Vũ Thị Xã"), at=union, post="branch_head")
    for name, phone in (
        ("Đỗ Thị Lý (Lí)", "01681234567"),
        ("Bà Nguyễn Thị Tư", "02273123456"),
        ("NGUYỄN THỊ HOA", "0912345678"),
    ):
        make.tenure(db, make.person(db, name, phone=phone), at=union, post="branch_head")
    make.tenure(db, make.person(db, "Lê Thị Già", born_on=date(1901, 1, 1)), at=old)
    db.flush()


def test_reading_what_was_given_out_changes_nothing(db, here, tmp_path):
    awkward(db)
    db.commit()
    path = tmp_path / "can-bo.xlsx"
    with path.open("wb") as file:
        found = export.roster(db, OPERATOR, areas.area_meant(db, "VN", day=TODAY), TODAY)
        export.write_roster(found, file)

    key = compared(here, path)

    with here.database.reading() as db:
        rows = db.query(RosterRow).filter_by(batch_id=key).all()
    told = [(one.entry["name"], one.status, one.verdict) for one in rows]
    assert len(rows) == found.count == 15
    assert [one for one in told if one[1] is not RowStatus.UNCHANGED] == []
