"""The people of the demo who are no branch heads: a lecturer, two provinces, centre, control."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.access import OPERATOR, Role
from elearn.text import Message, msg

SINCE = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation unit, and the province it stands in."""

    kind: people.UnitKind
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Staff:
    """An invented person with a role over an area, and the post she holds, if any."""

    user_name: str
    full_name: str
    role: Role
    told: Message
    over: str
    body: Body
    post: str | None
    gender: people.Gender = people.Gender.FEMALE


STAFF = (
    Staff(
        "giangvien1",
        "Lê Thị Thu Hà",
        Role.INSTRUCTOR,
        msg("Giảng viên Học viện Phụ nữ"),
        "VN",
        Body(people.UnitKind.SCHOOL, "Học viện Phụ nữ Việt Nam", "01"),
        "trainer",
    ),
    Staff(
        "hungyen",
        "Trần Thị Minh Nguyệt",
        Role.ADMINISTRATOR,
        msg("Quản trị tỉnh Hưng Yên"),
        "33",
        Body(people.UnitKind.UNION_PROVINCE, "Hội LHPN tỉnh Hưng Yên", "33"),
        "union_province_officer",
    ),
    Staff(
        "quangninh",
        "Hoàng Thị Bích Đào",
        Role.ADMINISTRATOR,
        msg("Quản trị tỉnh Quảng Ninh"),
        "22",
        Body(people.UnitKind.UNION_PROVINCE, "Hội LHPN tỉnh Quảng Ninh", "22"),
        "union_province_officer",
    ),
    Staff(
        "trunguong",
        "Nguyễn Thị Ngọc Ưỡng",
        Role.CENTRAL,
        msg("Quản trị trung ương"),
        "VN",
        Body(people.UnitKind.UNION_CENTRAL, "Trung ương Hội LHPN Việt Nam", "01"),
        "union_central_officer",
    ),
    Staff(
        "thanhtra",
        "Vũ Đình Khải",
        Role.INSPECTOR,
        msg("Kiểm tra, giám sát"),
        "VN",
        Body(people.UnitKind.AGENCY, "Đoàn kiểm tra Đề án", "01"),
        None,
        people.Gender.MALE,
    ),
)


def area_id_of(db: Session, code: str) -> int:
    """Return the country for `VN`, else the province with this code at the time of the demo."""
    if code == "VN":
        return areas.root(db).id
    return areas.area_by_code(db, code, level=areas.Level.PROVINCE, day=SINCE).area_id


def engage(db: Session, one: Staff, *, now: datetime) -> people.Person:
    """Enter a person of the staff and put her into her post."""
    new = people.NewPerson(one.full_name, gender=one.gender)
    person = people.add_person(db, OPERATOR, new, now=now)
    if one.post:
        post = db.get_one(people.Post, one.post)
        taken = people.Appointment(person, post, _unit(db, one.body), SINCE)
        people.appoint(db, OPERATOR, taken, now=now)
    return person


def _unit(db: Session, body: Body) -> people.OrgUnit:
    """Return the organisation unit, founded now unless the corps has it already."""
    same = (people.OrgUnit.kind == body.kind) & (people.OrgUnit.name == body.name)
    if there := db.scalar(select(people.OrgUnit).where(same).limit(1)):
        return there
    unit = people.OrgUnit(kind=body.kind, name=body.name, valid_from=SINCE)
    db.add(unit)
    db.flush()
    area_id = area_id_of(db, body.code)
    db.add(people.OrgUnitPlace(org_unit_id=unit.id, area_id=area_id, valid_from=SINCE))
    db.flush()
    return unit
