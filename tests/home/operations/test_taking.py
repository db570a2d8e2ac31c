"""How reports are taken, as operators read it."""

import os
from datetime import timedelta

import pytest

from elearn.access import Role
from elearn.home.operations.taking import taking
from elearn.learning.reporting import Figures, Took
from tests.learning.players import START
from tests.make import accounts


def figures(**more):
    at = int(START.timestamp())
    given = {"process": 7, "told_at": at, "interval": 90, "slow_ms": 31, "per_minute": 1234}
    return Figures(**given | {"reports": 9, "turned_away": 2, "turned_away_at": 0} | more)


@pytest.mark.parametrize(("minutes", "is_behind"), [(1, True), (6, False)])
def test_reports_that_were_put_off_lately_are_told(minutes, is_behind):
    at = int((START - timedelta(minutes=minutes)).timestamp())

    told = taking([figures(turned_away_at=at), figures(process=6)], START)

    assert told.is_behind is is_behind
    assert told.per_minute == 2468


def test_what_was_taken_hours_ago_is_not_told_as_of_this_minute():
    told = taking([figures(), figures(process=6)], START + timedelta(hours=3))

    assert (told.per_minute, [one.per_minute for one in told.processes]) == (0, [0, 0])


def test_the_page_tells_how_reports_are_taken(client, app, db, sign_in):
    account = accounts.account(db)
    accounts.role_grant(db, account, Role.CENTRAL)
    db.commit()
    sign_in(account)
    app.extensions["desk"].pace.took(Took(10.0, 0.0, 0.01, 3))

    page = client.get("/operations").text

    assert "Học viên gửi cách nhau" in page
    assert str(os.getpid()) in page
