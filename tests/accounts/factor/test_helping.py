"""A lost telephone: the centre takes its factor away, on the page and in the shell."""

import pytest

from elearn import accounts
from elearn.access import Role
from elearn.accounts import commands
from tests.accounts.factor.showing import digits
from tests.make import accounts as make


def test_the_centre_takes_away_the_factor_of_a_lost_telephone_on_the_page(
    client, db, sign_in, guarded
):
    helper = make.account(db)
    make.role_grant(db, helper, Role.CENTRAL)
    db.commit()
    sign_in(helper)
    assert "Bỏ mã 6 số" in client.get(f"/accounts/{guarded.id}").text

    client.post(f"/accounts/{guarded.id}/second-factor/reset")

    assert db.get(accounts.SecondFactor, guarded.id) is None
    assert "Bỏ mã 6 số</button>" not in client.get(f"/accounts/{guarded.id}").text


def test_a_province_takes_nobodys_factor_away(client, db, sign_in, guarded):
    province = make.account(db)
    make.role_grant(db, province)
    db.commit()
    sign_in(province)

    assert client.post(f"/accounts/{guarded.id}/second-factor/reset").status_code == 403
    assert "Bỏ mã 6 số" not in client.get(f"/accounts/{guarded.id}").text


@pytest.mark.usefixtures("guarded")
def test_the_shell_tells_the_present_digits_and_helps_a_lost_telephone(runner):
    group = commands.group
    assert runner.invoke(group, ["code", "trunguong"]).output.strip() == digits()
    result = runner.invoke(group, ["second-factor", "reset", "trunguong"])

    assert result.output == "Đã bỏ mã 6 số của trunguong.\n"
    assert "chưa bật" in runner.invoke(group, ["code", "trunguong"]).output
