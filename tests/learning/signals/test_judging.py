"""A signal is judged by whom it is for, in words, and nothing follows."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import accounts, audit
from elearn.access import OPERATOR, Actor, Role
from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound
from elearn.learning.signals import SignalPerson, queries
from elearn.learning.signals import service as signals
from elearn.learning.signals.rules import SignalState, Verdict
from tests.make import people as make
from tests.make.signals import EVENING

NOW = EVENING + timedelta(days=1)
ASKED = signals.Judged(Verdict.EXPLAINED, "Chị mở trên hai máy", 1000)


@pytest.fixture
def acting(db, officer):
    """`acting(role, place)` gives the actor that somebody with this role is."""

    def made(*held) -> Actor:
        account = officer(*held)
        return accounts.actor_of(db, account.person_id, day=NOW.date())

    return made


def seen(db, actor):
    return [line.signal for line in queries.signal_page(db, actor, queries.Asked()).lines]


@pytest.mark.parametrize(
    ("held", "is_seen"),
    [
        ((Role.ADMINISTRATOR, "Tỉnh Hưng Yên"), True),
        ((Role.INSPECTOR, "Tỉnh Hưng Yên"), True),
        ((Role.ADMINISTRATOR, "Tỉnh Quảng Ninh"), False),
        ((Role.INSTRUCTOR, "Tỉnh Hưng Yên"), False),
    ],
)
def test_a_signal_is_seen_where_she_serves(db, signal, acting, held, is_seen):
    assert seen(db, acting(*held)) == ([signal] if is_seen else [])


def test_nobody_sees_her_own(db, signal, chair):
    everywhere = Actor(chair.id, OPERATOR.grants)

    assert seen(db, OPERATOR) == [signal]
    assert seen(db, everywhere) == []
    with pytest.raises(NotFound):
        signals.judge(db, everywhere, signal.id, ASKED, now=NOW)


def test_who_is_one_of_several_does_not_see_it_either(db, signal):
    other = make.person(db)
    db.add(SignalPerson(signal_id=signal.id, person_id=other.id))
    db.flush()

    assert seen(db, Actor(other.id, OPERATOR.grants)) == []


def test_what_was_judged_stays_with_who_said_what(db, signal, acting):
    actor = acting()

    judgement = signals.judge(db, actor, signal.id, ASKED, now=NOW)

    assert (signal.state, judgement.judged_by_id) == (SignalState.JUDGED, actor.person_id)
    assert seen(db, actor) == []
    entry = db.scalars(select(audit.AuditEntry).where(audit.AuditEntry.subject == "signal")).one()
    assert entry.details == {"verdict": "explained", "weight": 1000}


def test_what_is_to_be_looked_at_again_stays_on_a_list_of_its_own(db, signal, acting):
    again = signals.Judged(Verdict.AGAIN, "Chờ chị trả lời", 1000)

    signals.judge(db, acting(), signal.id, again, now=NOW)

    assert signal.state is SignalState.KEPT


def test_an_inspector_only_reads(db, signal, acting):
    with pytest.raises(Forbidden):
        signals.judge(db, acting(Role.INSPECTOR), signal.id, ASKED, now=NOW)


def test_who_was_asked_has_said_something(db, signal, acting):
    with pytest.raises(InvalidInput):
        signals.judge(db, acting(), signal.id, signals.Judged(Verdict.AGAIN, " ", 1000), now=NOW)


def test_what_grew_meanwhile_is_looked_at_first(db, signal, acting):
    with pytest.raises(Conflict):
        signals.judge(db, acting(), signal.id, signals.Judged(Verdict.NOTHING, "", 900), now=NOW)
