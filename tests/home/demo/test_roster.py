"""The demo's own roster: sent in once, and waiting to be looked over."""

from datetime import date

from sqlalchemy import func, select

from elearn import areas, people
from elearn.home.demo.roster import ADMINISTRATOR, send_roster
from tests.make import accounts as make_accounts
from tests.make import people as make
from tests.make.areas import NOW, area


def test_it_waits_for_the_administrator_of_the_province_with_every_status(
    db, database, store, settings
):
    province = areas.area_by_code(db, "33", level=areas.Level.PROVINCE, day=NOW)
    owner = make_accounts.account(db, user_name=ADMINISTRATOR)
    make_accounts.role_grant(db, owner, area_id=province.area_id)
    unit = make.org_unit(db, at=area(db))
    for number, given in enumerate(["Lan", "Huệ", "Mai", "Cúc", "Đào", "Ngọc", "Thu", "Hà"]):
        told = {"phone": f"090000100{number}", "born_on": date(1980, 1, 1 + number)}
        make.tenure(db, make.person(db, f"Lê Thị {given}", gender="female", **told), at=unit)
    make.listed(db)

    assert send_roster(database, store, settings)
    assert not send_roster(database, store, settings)

    row = people.roster.RosterRow
    statuses = dict(db.execute(select(row.status, func.count()).group_by(row.status)).all())
    assert set(statuses) >= {"new", "changed", "doubtful", "error"}
    [batch] = db.scalars(select(people.roster.RosterBatch))
    assert batch.state == "ready"
    assert batch.received_by_id == owner.person_id
