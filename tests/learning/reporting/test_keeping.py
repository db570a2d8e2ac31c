"""What is kept of reports, at the desk and by a page alike."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import accounts, clock
from elearn.access import Role
from elearn.learning import Form, WatchBudget, WatchEvidence, WatchMap, WatchSession
from elearn.learning.reporting import receipts
from elearn.learning.reporting.heads import Asked
from elearn.learning.reporting.reading import Batch, Said
from elearn.learning.rules import Receipt, Seconds, Standing, WatchReport
from tests.learning.reporting.devices import FAR, LENGTH, report


def test_the_times_of_the_device_and_its_clock_are_kept(send, db, device):
    hers = device()
    send(hers, report(hers, [0, 15], knows=15, **FAR), ahead=90_000)
    send(hers, report(hers, [15, 20], knows=20, **{**FAR, "to": FAR["to"] + 5000}), ahead=1)
    db.expire_all()

    visit = db.scalars(select(WatchSession).where(WatchSession.token == hers.session)).one()
    evidence = db.scalars(select(WatchEvidence)).one()

    assert visit.clock_ahead_ms == 90_000
    assert (evidence.device_last_at - evidence.device_first_at).total_seconds() == 20
    assert evidence.reports == 2


@pytest.mark.parametrize("odd", [{"from": 5}, {"from": "x", "to": 3}, {"from": 9, "to": 1e99}])
def test_times_that_no_clock_shows_are_left_out(send, db, device, odd):
    hers = device()

    [told] = send(hers, report(hers, [0, 15], knows=15, **odd), ahead="soon")["receipts"]

    assert told["seconds"] == 15
    assert db.scalars(select(WatchEvidence.device_first_at)).one() is None


def test_by_which_rule_a_lecture_was_seen_is_kept(send, db, device):
    hers = device()
    kept = db.scalars(select(WatchMap).where(WatchMap.person_id == hers.person_id)).one()
    kept.bits, kept.seconds = ((1 << 479) - 1).to_bytes(60, "little"), 479
    db.commit()
    send(hers, report(hers, [479, 480], knows=480))

    db.refresh(kept)

    assert (kept.seen_at is not None, kept.seen_by) == (True, 1)


def test_who_was_told_to_wait_long_when_turned_away_may_bring_as_much(send, db, desk, device):
    hers = device()
    budget = db.get_one(WatchBudget, hers.person_id)
    budget.grown_at -= timedelta(minutes=14)
    db.commit()
    desk.pace.board.turn_away(hers.session, 100, now=clock.now())

    [told] = send(hers, report(hers, [0, 600], knows=600))["receipts"]

    assert told["seconds"] == 400


def test_a_page_that_was_somebody_elses_is_for_a_page_to_refuse(page, desk, device):
    hers = device()
    body = {"reports": [report(hers, [0, 15])], "person": hers.person_id + 1}

    assert page(hers, body).status_code == 403
    assert desk.keeper.answers([Asked(hers.cookie, json.dumps(body).encode())]) == [None]


def test_each_of_many_at_once_is_answered_for_herself(desk, device):
    several = [device(), device(), device(role=Role.ADMINISTRATOR, is_proved=False)]
    asked = [
        Asked(one.cookie, json.dumps({"reports": [report(one, [0, end], knows=end)]}).encode())
        for end, one in enumerate(several, 10)
    ]
    odd = [Asked("session=x", asked[0].body), replace(asked[0], body=b"["), Asked("", b"{}")]

    told = desk.keeper.answers([*odd, *asked])

    assert told[:3] == [None] * 3
    answers = [json.loads(one.partition(b"\r\n\r\n")[2])["receipts"] for one in told[3:]]
    assert [one["seconds"] for [one] in answers] == [10, 11, 12]


def test_who_owes_a_code_or_is_signed_out_is_for_a_page(db, desk, device):
    owing, gone = device(role=Role.CENTRAL, is_proved=False), device()
    account = db.scalars(
        select(accounts.Account).where(accounts.Account.person_id == gone.person_id)
    ).one()
    accounts.end_sessions(db, account.id, now=clock.now())
    db.commit()

    asked = [Asked(one.cookie, b'{"reports":[]}') for one in (owing, gone)]

    assert desk.keeper.answers(asked) == [None, None]


def test_as_many_seconds_as_a_player_knows_may_be_others_if_some_were_refused():
    said = Said(WatchReport("s", Form.VIDEO, ((0, 20),), 20), knows=20)
    held, refused = Seconds.of([(0, 10), (40, 50)], LENGTH), Seconds.of([(10, 20)], LENGTH)
    receipt = Receipt("s", Standing(held, LENGTH, 80), refused, clock.now())

    [told] = receipts(Batch((said,)), [receipt], interval=60, now=clock.now())["receipts"]

    assert (told["seconds"], told["held"]) == (20, [(0, 10), (40, 50)])
