"""The pages of rights: for who answers for the area; a stranger sees and ends nothing."""

from datetime import date

import pytest

from elearn import accounts, clock
from elearn.access import Role
from tests.make import accounts as make
from tests.make import areas as places
from tests.make import people as cadres

PAGES = ["/accounts/grants", "/accounts/grants/new", "/accounts/grants/chairs"]


def enter(db, sign_in, over, role=Role.ADMINISTRATOR, day=places.NOW):
    account = make.account(db)
    make.role_grant(db, account, role, area_id=places.area(db, over, day=day).id)
    db.commit()
    sign_in(account)
    return account


@pytest.fixture
def learner(db):
    """A learner of xã Hưng Hà and the right she was given."""
    person = make.person(db, "Đỗ Thị Sợi")
    account = make.account(db, person, user_name="soi")
    cadres.tenure(db, person, post="branch_head")
    given = make.role_grant(db, account, Role.LEARNER, area_id=places.area(db).id)
    db.commit()
    return given


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_are_for_those_who_answer_for_an_area(client, db, sign_in, page):
    assert client.get(page).status_code == 303
    enter(db, sign_in, "Tỉnh Hưng Yên", Role.LEARNER)

    assert client.get(page).status_code == 403


def test_a_right_is_told_with_its_area_its_days_and_who_gave_it(client, db, sign_in, learner):
    enter(db, sign_in, "Tỉnh Hưng Yên")

    page = client.get("/accounts/grants?role=learner").text

    assert "Đỗ Thị Sợi" in page
    assert "Xã Hưng Hà, tỉnh Hưng Yên" in page
    assert "01/07/2025" in page
    assert "người vận hành" in page


def test_a_stranger_sees_no_right_of_another_province(client, db, sign_in, learner):
    enter(db, sign_in, "Tỉnh Quảng Ninh")

    assert "Đỗ Thị Sợi" not in client.get("/accounts/grants?state=all").text
    assert client.get(f"/accounts/grants/{learner.id}").status_code == 404
    ended = client.post(f"/accounts/grants/{learner.id}/end", data={"last": "2026-01-01"})
    assert ended.status_code == 404


@pytest.mark.usefixtures("learner")
@pytest.mark.parametrize(
    ("filters", "is_there"),
    [
        ("", True),
        ("?role=inspector", False),
        ("?area=Xã Hưng Hà, Hưng Yên", True),
        ("?area=Xã Tiên La, Hưng Yên", False),
        ("?state=ended", False),
    ],
)
def test_the_list_is_narrowed(client, db, sign_in, filters, is_there):
    enter(db, sign_in, "Tỉnh Hưng Yên")

    assert ("Đỗ Thị Sợi" in client.get(f"/accounts/grants{filters}").text) is is_there


def test_an_area_nobody_knows_is_said_so(client, db, sign_in):
    enter(db, sign_in, "Tỉnh Hưng Yên")

    page = client.get("/accounts/grants?area=Nơi Không Có").text

    assert "Không có đơn vị hành chính nào tên" in page


def test_a_long_list_is_asked_for_in_few_queries_and_goes_on(client, db, sign_in, count_queries):
    holder = make.person(db)
    area_id = places.area(db).id
    for _ in range(60):
        make.role_grant(db, holder, Role.LEARNER, area_id=area_id, days=(date(2024, 1, 1), None))
    enter(db, sign_in, "Tỉnh Hưng Yên")

    with count_queries() as queries:
        first = client.get("/accounts/grants?role=learner")

    assert len(queries) <= 6
    assert first.text.count('role="rowheader"') == 50
    last = int(first.text.rpartition("before=")[2].partition("&")[0])
    rest = client.get(f"/accounts/grants?role=learner&before={last}").text
    assert rest.count('role="rowheader"') >= 10


def test_a_right_is_given_on_the_page(client, db, sign_in, learner):
    enter(db, sign_in, "Tỉnh Hưng Yên")
    asked = {"user": "soi", "role": "instructor", "area": "Xã Hưng Hà, Hưng Yên"}

    answer = client.post("/accounts/grants/new", data={**asked, "first": "2026-01-01"})

    assert answer.status_code == 303
    given = accounts.grants_of(db, learner.person_id)
    assert [one.role for one in given] == [Role.LEARNER, Role.INSTRUCTOR]


@pytest.mark.usefixtures("learner")
@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"user": "ai-do"}, "Không có tài khoản này"),
        ({"area": "Tỉnh Thái Bình"}, "Không có đơn vị hành chính"),
        ({"role": "administrator"}, "Quyền này đi theo chức danh"),
        ({"last": "2025-01-01"}, "Ngày cuối không được trước"),
    ],
)
def test_what_cannot_be_given_is_refused_at_its_field(client, db, sign_in, changed, told):
    enter(db, sign_in, "Tỉnh Hưng Yên")
    asked = {"user": "soi", "role": "learner", "area": "Xã Hưng Hà, Hưng Yên"}

    answer = client.post("/accounts/grants/new", data={**asked, "first": "2026-01-01", **changed})

    assert answer.status_code == 422
    assert told in answer.text


@pytest.mark.parametrize("role", ["central", "inspector"])
def test_a_province_gives_nothing_that_reaches_beyond(client, db, sign_in, learner, role):
    enter(db, sign_in, "Tỉnh Hưng Yên")
    asked = {"user": "soi", "role": role, "area": "Xã Hưng Hà, Hưng Yên", "first": "2026-01-01"}

    assert client.post("/accounts/grants/new", data=asked).status_code == 403


def test_an_ended_right_is_gone_at_the_next_request(client, db, sign_in):
    inspector = make.account(db)
    given = make.role_grant(db, inspector, Role.INSPECTOR)
    token = make.token(db, inspector)
    enter(db, sign_in, "Việt Nam", Role.CENTRAL)

    page = client.get(f"/accounts/grants/{given.id}").text
    assert "Kết thúc quyền này" in page
    client.post(f"/accounts/grants/{given.id}/end", data={"last": "2025-12-31"})

    assert make.presence(db, token, now=clock.now()).actor.grants == ()


def test_an_inspector_sees_and_changes_nothing(client, db, sign_in, learner):
    enter(db, sign_in, "Tỉnh Hưng Yên", Role.INSPECTOR)

    assert "Giao quyền" not in client.get("/accounts/grants").text
    assert "Kết thúc quyền này" not in client.get(f"/accounts/grants/{learner.id}").text
    answer = client.post(f"/accounts/grants/{learner.id}/end", data={"last": "2026-01-01"})
    assert answer.status_code == 403


def test_a_former_area_is_told_with_what_it_reaches_now(client, db, sign_in):
    gone = places.area(db, "Huyện Hưng Hà", within="Tỉnh Thái Bình", day=places.BEFORE)
    given = make.role_grant(db, make.person(db), area_id=gone.id)
    enter(db, sign_in, "Tỉnh Hưng Yên")

    page = client.get(f"/accounts/grants/{given.id}").text

    assert "nay gồm 8 đơn vị" in page
    assert "Huyện Hưng Hà" in client.get("/accounts/grants?area=Tỉnh Hưng Yên").text


def test_chairs_without_their_right_are_given_it_by_one_press(client, db, sign_in):
    chair = cadres.person(db, "Trịnh Thị Xoan")
    mine = cadres.tenure(db, chair)
    far = cadres.org_unit(db, at=places.area(db, "Phường Hạ Long", within="Tỉnh Quảng Ninh"))
    hers = cadres.tenure(db, cadres.person(db, "Lương Thị Xa"), at=far)
    enter(db, sign_in, "Tỉnh Hưng Yên")
    page = client.get("/accounts/grants/chairs").text
    assert "Trịnh Thị Xoan" in page
    assert "Lương Thị Xa" not in page

    answer = client.post("/accounts/grants/chairs", data={"chair": [mine.id, hers.id]})

    assert answer.status_code == 303
    [given] = accounts.grants_of(db, chair.id)
    assert (given.role, given.org_unit_id) == (Role.ADMINISTRATOR, mine.org_unit_id)
    assert not accounts.grants_of(db, hers.person_id)
    assert "Trịnh Thị Xoan" not in client.get("/accounts/grants/chairs").text


def test_who_only_proposes_has_no_chairs_to_give_rights_to(client, db, sign_in):
    cadres.tenure(db, cadres.person(db, "Trịnh Thị Xoan"))
    enter(db, sign_in, "Xã Hưng Hà")

    assert "Trịnh Thị Xoan" not in client.get("/accounts/grants/chairs").text
