"""One's own page and password: for oneself alone."""

import pytest

from elearn import accounts, clock
from elearn.access import Role
from elearn.people import Person
from tests.make import accounts as make
from tests.make import people


@pytest.fixture
def account(db):
    return make.account(db, people.person(db, "Nguyễn Thị Ngọc Ưỡng"), user_name="chihoi1")


@pytest.fixture
def at_home(visitor, account):
    visitor.sign_in("chihoi1")
    return visitor


@pytest.mark.parametrize("page", ["/account", "/account/password"])
def test_who_is_signed_out_is_asked_to_sign_in(visitor, page):
    assert visitor.open(page).location == f"/sign-in?next={page}"


@pytest.mark.parametrize("act", ["/account/password", "/account/sessions/1/end"])
def test_who_is_signed_out_changes_nothing(client, act):
    assert client.post(act).location == "/sign-in"


def test_the_page_tells_who_one_is_where_and_in_which_role(at_home, db, account):
    person = db.get_one(Person, account.person_id)
    branch = people.org_unit(db, "Chi hội thôn Đông")
    people.tenure(db, person, at=branch, post="branch_head")
    make.role_grant(db, account, Role.LEARNER)
    db.commit()

    page = at_home.open("/account").text

    assert "<h1>Nguyễn Thị Ngọc Ưỡng</h1>" in page
    assert "Chi hội trưởng phụ nữ, Chi hội thôn Đông, xã Hưng Hà" in page
    assert "Học viên" in page
    assert "Máy này" in page


def test_the_page_asks_few_questions_of_the_database(at_home, count_queries):
    with count_queries() as queries:
        at_home.open("/account")

    assert len(queries) <= 5


def test_a_stranger_sees_herself_and_no_one_else(visitor, account, db):
    make.account(db, user_name="khac")
    visitor.sign_in("khac")

    assert "Nguyễn Thị Ngọc Ưỡng" not in visitor.open("/account").text


def test_another_device_is_signed_out_from_here(at_home, app, account, db):
    other = type(at_home)(app.test_client())
    other.sign_in("chihoi1")
    latest = accounts.open_sessions(db, account.id, now=clock.now())[0]

    at_home.send("/account", {}, to=f"/account/sessions/{latest.id}/end")

    assert other.open("/account").status_code == 303
    assert at_home.open("/account").status_code == 200


def test_nobody_signs_out_a_stranger(at_home, app, db):
    hers = make.account(db, user_name="khac")
    stranger = type(at_home)(app.test_client())
    stranger.sign_in("khac")
    [session] = accounts.open_sessions(db, hers.id, now=clock.now())

    at_home.send("/account", {}, to=f"/account/sessions/{session.id}/end")

    assert stranger.open("/account").status_code == 200


def change(visitor, current=make.PASSWORD, wanted="hoa-sen-2026", again=None):
    fields = {"current": current, "password": wanted, "again": again or wanted}
    return visitor.send("/account/password", fields)


def test_a_changed_password_is_the_one_that_opens(at_home, app):
    assert change(at_home).location == "/account"

    other = type(at_home)(app.test_client())
    assert other.sign_in("chihoi1").status_code == 422
    assert other.sign_in("chihoi1", "hoa-sen-2026").status_code == 303


def test_a_changed_password_signs_out_other_devices_and_not_this_one(at_home, app):
    other = type(at_home)(app.test_client())
    other.sign_in("chihoi1")

    change(at_home)

    assert other.open("/account").status_code == 303
    assert "Đã đổi mật khẩu" in at_home.open("/account").text


def test_the_present_password_is_asked_for_and_guesses_are_counted(at_home, app):
    for _ in range(4):
        assert "Còn" in change(at_home, current="wrong one").text

    assert "Đã sai 5 lần" in change(at_home, current="wrong one").text
    assert type(at_home)(app.test_client()).sign_in("chihoi1").status_code == 429


@pytest.mark.parametrize(
    ("wanted", "again", "told"),
    [
        ("ngắn", None, "Mật khẩu cần ít nhất 8 ký tự."),
        ("12345678", None, "dễ đoán"),
        ("hoa-sen-2026", "hoa-sen-2027", "chưa giống nhau"),
        ("", None, "Gõ mật khẩu mới."),
    ],
)
def test_a_password_that_will_not_do_is_refused_in_words(at_home, wanted, again, told):
    answer = change(at_home, wanted=wanted, again=again)

    assert answer.status_code == 422
    assert told in answer.text


def test_all_other_devices_are_signed_out_by_one_press(at_home, app):
    others = [type(at_home)(app.test_client()) for _ in "12"]
    for other in others:
        other.sign_in("chihoi1")

    at_home.send("/account", {}, to="/account/sessions/end")

    assert [other.open("/account").status_code for other in others] == [303, 303]
    assert "Đã đăng xuất mọi máy khác" in at_home.open("/account").text


def test_a_device_is_told_with_its_network_as_far_as_it_is_kept(at_home, db, account):
    device = accounts.Device("203.0.113.0/24", "Mozilla/5.0 (Linux; Android 14) Chrome/140")
    accounts.open_session(db, account, now=clock.now(), device=device)
    db.commit()

    page = at_home.open("/account").text

    assert "Chrome, Android" in page
    assert "mạng 203.0.113.x" in page
