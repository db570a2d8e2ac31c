"""What an outage explains, who writes one down, and when one is found."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import accounts
from elearn.access import OPERATOR, Role
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.learning.signals import Outage, SignalSession
from elearn.learning.signals import service as signals
from elearn.learning.signals.reader import measures_on
from tests.make import people as make
from tests.make.areas import area
from tests.make.signals import EVENING, visit

NOW = EVENING + timedelta(days=1)


def told(place=None, **values):
    return signals.NewOutage(
        **{
            "began_at": EVENING - timedelta(minutes=10),
            "ended_at": EVENING + timedelta(minutes=30),
            "area_id": place and place.id,
            "what": "Mất điện",
            **values,
        }
    )


@pytest.mark.parametrize(
    ("place", "is_explained"),
    [(None, True), ("Tỉnh Hưng Yên", True), ("Xã Hưng Hà", True), ("Tỉnh Quảng Ninh", False)],
)
def test_a_signal_falls_into_an_outage_where_she_serves(db, signal, place, is_explained):
    where = place and area(db, place)

    entered = signals.enter_outage(db, OPERATOR, told(where), now=NOW)

    db.refresh(signal)
    assert signal.outage_id == (entered.id if is_explained else None)


def test_a_visit_outside_of_it_is_not_explained(db, signal, chair, film):
    later = visit(db, chair, film(), at=EVENING + timedelta(hours=4))
    db.add(SignalSession(signal_id=signal.id, watch_session_id=later.id))
    db.flush()

    signals.enter_outage(db, OPERATOR, told(), now=NOW)

    db.refresh(signal)
    assert signal.outage_id is None


def test_one_that_was_withdrawn_explains_nothing_but_another_may(db, signal):
    first = signals.enter_outage(db, OPERATOR, told(), now=NOW)
    second = signals.enter_outage(db, OPERATOR, told(), now=NOW)

    signals.withdraw_outage(db, OPERATOR, first.id, now=NOW)
    db.refresh(signal)
    assert signal.outage_id == second.id

    signals.withdraw_outage(db, OPERATOR, second.id, now=NOW)
    db.refresh(signal)
    assert signal.outage_id is None
    with pytest.raises(Conflict):
        signals.withdraw_outage(db, OPERATOR, second.id, now=NOW)


@pytest.mark.parametrize(
    "wrong",
    [
        {"ended_at": EVENING - timedelta(hours=1)},
        {"ended_at": EVENING + timedelta(days=40)},
        {"began_at": NOW + timedelta(days=8), "ended_at": NOW + timedelta(days=9)},
        {"what": " "},
    ],
)
def test_what_cannot_be_is_not_written_down(db, wrong):
    with pytest.raises(InvalidInput):
        signals.enter_outage(db, OPERATOR, told(**wrong), now=NOW)


def test_one_writes_down_what_happened_where_one_decides(db, officer):
    actor = accounts.actor_of(db, officer(Role.ADMINISTRATOR).person_id, day=NOW.date())

    mine = signals.enter_outage(db, actor, told(area(db, "Xã Hưng Hà")), now=NOW)

    assert mine.entered_by_id == actor.person_id
    for beyond in (None, area(db, "Tỉnh Quảng Ninh")):
        with pytest.raises(Forbidden):
            signals.enter_outage(db, actor, told(beyond), now=NOW)


def test_a_long_silence_of_worker_and_players_is_an_outage(db):
    measures = measures_on(EVENING.date())
    signals.beat(db, measures, now=EVENING)

    signals.beat(db, measures, now=EVENING + timedelta(minutes=40))

    (found,) = db.scalars(select(Outage)).all()
    assert (found.began_at, found.ended_at) == (EVENING, EVENING + timedelta(minutes=40))
    assert found.area_id is None


def test_a_worker_that_was_away_while_players_reported_is_none(db, film):
    measures = measures_on(EVENING.date())
    signals.beat(db, measures, now=EVENING)
    visit(db, make.person(db), film(), at=EVENING + timedelta(minutes=3))

    signals.beat(db, measures, now=EVENING + timedelta(minutes=40))

    assert db.scalars(select(Outage)).all() == []
