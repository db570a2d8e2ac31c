"""The notice of what is held: shown when it is new, and open to anybody."""

import pytest

from elearn.web.i18n import COOKIE
from tests.make import accounts as make
from tests.make import slips


@pytest.fixture
def account(db):
    return slips.waiting(db, "Bùi Thị Thoa", user_name="thoabt1")


def test_a_new_version_of_the_notice_is_shown_before_anything_else(visitor, db):
    account = make.account(db, user_name="chihoi1")
    make.not_told(db, account)
    db.commit()
    visitor.sign_in("chihoi1")

    assert visitor.open("/account").location == "/account/privacy?next=/account"
    assert "91/2025/QH15" in visitor.open("/account/privacy").text
    assert visitor.send("/account/privacy?next=/account", {}).location == "/account"
    assert visitor.open("/account").status_code == 200


def test_who_has_read_it_is_not_asked_again(visitor, db):
    make.account(db, user_name="chihoi1")
    visitor.sign_in("chihoi1")

    assert visitor.open("/account").status_code == 200


def test_anybody_may_read_the_notice_in_both_languages(client):
    assert "91/2025/QH15" in client.get("/privacy").text
    client.set_cookie(COOKIE, "en")
    assert "Who holds these data" in client.get("/privacy").text
