"""`elearn accounts …`: ways in for people, from the shell."""

from datetime import date

import pytest

from elearn import accounts
from elearn.access import Role
from elearn.accounts import commands
from tests.make import accounts as make
from tests.make import people


@pytest.fixture
def run(runner):
    return lambda *words, typed=None: runner.invoke(commands.group, words, input=typed)


@pytest.fixture
def person(db):
    made = people.person(db, "Phạm Thị Lý", phone="0912345678")
    db.commit()
    return made


@pytest.fixture
def account(db, person):
    made = make.account(db, person, user_name="chihoi1")
    db.commit()
    return made


def test_an_account_is_added_with_the_password_of_a_file(run, db, person, tmp_path):
    path = tmp_path / "password"
    path.write_text("hoa-sen-2026\n")

    result = run("add", "ChiHoi1", "--person", str(person.id), "--password-file", str(path))

    assert result.output == "Đã cấp tài khoản chihoi1.\n"
    kept = accounts.account_named(db, "chihoi1").password_hash or ""
    assert make.PASSWORDS.matches("hoa-sen-2026", kept)


def test_a_poor_password_adds_no_account(run, db, person):
    result = run(
        "add", "chihoi1", "--person", str(person.id), "--password-file", "-", typed="12345678\n"
    )

    assert result.exit_code == 1
    assert "dễ đoán" in result.output
    assert accounts.account_of(db, person.id) is None


def test_a_password_is_asked_for_twice_and_not_shown(run, db, account):
    result = run("password", "chihoi1", typed="hoa-sen-2026\nhoa-sen-2026\n")

    assert result.exit_code == 0
    assert "hoa-sen" not in result.output
    db.refresh(account)
    assert make.PASSWORDS.matches("hoa-sen-2026", account.password_hash)


@pytest.mark.parametrize(("code", "level"), [("VN", "central"), ("33", "province")])
def test_a_role_is_granted_over_an_area_by_its_code(run, db, account, code, level):
    days = ("--from", "01/01/2026", "--to", "2026-12-31")

    assert run("grant", "chihoi1", "inspector", code, *days).exit_code == 0

    [given] = accounts.grants_of(db, account.person_id)
    assert (given.role, given.valid_from) == (Role.INSPECTOR, date(2026, 1, 1))
    assert given.valid_to == date(2026, 12, 31)
    assert given.granted_by_id is None


def test_what_does_not_exist_is_refused_in_one_line(run, account):
    assert "Không có tài khoản" in run("grant", "khac", "learner", "VN").output
    assert "mã 00099" in run("grant", "chihoi1", "learner", "00099").output


def test_the_list_tells_every_account(run, account):
    assert run("list").output == "chihoi1  Phạm Thị Lý  0912345678\n"
