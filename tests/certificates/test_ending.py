"""Ending a certificate: by a decision with a reason, by who answers for it, and once."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from elearn import certificates
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.audit import AuditEntry
from elearn.certificates import Certificate, State
from elearn.db import Change
from elearn.errors import Conflict, Forbidden, InvalidInput
from tests.make import certificates as make
from tests.make import people
from tests.make.areas import path

LATER = make.NOW + timedelta(days=10)
PAPER = certificates.NewDecision("77/QĐ-HVPN", date(2026, 11, 28))


@pytest.fixture
def issued(db):
    return make.certificate(db, people.person(db, "Bùi Thị Thoa", birth_year=1978))


def _correction(issued, **changes):
    facts = {
        "decision": PAPER,
        "reason": "Nơi cấp in sai năm sinh.",
        "full_name": issued.full_name,
        "born": "5/3/1979",
        "unit": issued.unit,
        "signer_name": issued.signer_name,
        "public_url": make.PUBLIC,
    }
    return certificates.Correction(**{**facts, **changes})


def _replace(db, issued, **changes):
    return certificates.replace(db, OPERATOR, issued, _correction(issued, **changes), now=LATER)


def test_a_revoked_certificate_says_from_when_by_which_paper_and_why(db, issued):
    make.revoked(db, issued, on=date(2026, 11, 25))

    record = certificates.record_of(db, issued)
    assert record.state is State.REVOKED
    assert record.now.since == date(2026, 11, 25)
    assert record.now.decision.number == "31/QĐ-HVPN"
    assert record.now.reason == "Cấp cho người không dự lớp."
    assert [state.state for state in record.states] == [State.VALID, State.REVOKED]


def test_revoking_twice_is_answered_in_words(db, issued):
    make.revoked(db, issued)

    with pytest.raises(Conflict, match=r"Đã bị thu hồi từ ngày 20/11/2026"):
        make.revoked(db, issued)


def test_the_new_certificate_says_it_right_and_the_old_one_says_which_it_is(db, issued):
    other = _replace(db, issued)

    record = certificates.record_of(db, issued)
    assert (other.born, other.shown_number) == ("05/3/1979", "0002/2026/CC-HVPN")
    assert (other.decision_number, other.issued_on) == ("77/QĐ-HVPN", date(2026, 11, 30))
    assert record.state is State.REPLACED
    assert record.now.replaced_by_id == other.id
    assert record.now.since == other.issued_on
    assert certificates.record_of(db, other).is_valid


def test_all_that_was_not_corrected_is_as_it_was_printed(db, issued):
    issued.participation.person.full_name = "Bùi Thị Thoan"

    other = _replace(db, issued)

    assert other.facts.full_name == "Bùi Thị Thoa"
    assert (other.starts_on, other.periods) == (issued.starts_on, issued.periods)
    assert other.token != issued.token
    assert other.address.endswith(other.token)


def test_what_replaced_another_can_be_replaced_in_its_turn(db, issued):
    second = _replace(db, issued)

    paper = certificates.NewDecision("78/QĐ-HVPN", second.issued_on)
    third = _replace(db, second, full_name="Bùi Thị Thoả", decision=paper)

    assert [one.edition for one in (issued, second, third)] == [1, 2, 3]


def test_a_revoked_certificate_is_not_replaced(db, issued):
    make.revoked(db, issued)

    with pytest.raises(Conflict):
        _replace(db, issued)


def test_what_cannot_be_is_refused_by_field_and_takes_no_number(db, issued):
    unthinkable = (
        ({"born": "1978"}, "full_name"),
        ({"born": "31/02/1979"}, "born"),
        ({"full_name": " "}, "full_name"),
        ({"signer_name": " "}, "signer_name"),
        ({"reason": ""}, "reason"),
        ({"decision": certificates.NewDecision("7", date(2026, 11, 19))}, "decided_on"),
        ({"decision": certificates.NewDecision("7", date(2026, 12, 1))}, "decided_on"),
    )

    for changes, field in unthinkable:
        with pytest.raises(InvalidInput) as refused:
            _replace(db, issued, **changes)
        assert list(refused.value.fields) == [field]
    assert db.scalars(select(Certificate)).all() == [issued]


def test_a_revocation_needs_a_reason_and_a_decision_after_the_issue(db, issued):
    why = certificates.Revocation(certificates.NewDecision("", date(2026, 11, 19)), " ")

    with pytest.raises(InvalidInput) as refused:
        certificates.revoke(db, OPERATOR, issued, why, now=LATER)

    assert set(refused.value.fields) == {"number", "decided_on", "reason"}


def test_only_who_answers_for_the_class_may_end_one(db, issued):
    why = certificates.Revocation(PAPER, "Lý do")

    for role in (Role.INSPECTOR, Role.INSTRUCTOR, Role.LEARNER):
        actor = Actor(issued.person_id, (Grant(role, path(db, "Tỉnh Hưng Yên"), date.min),))
        with pytest.raises(Forbidden):
            certificates.revoke(db, actor, issued, why, now=LATER)
        with pytest.raises(Forbidden):
            certificates.replace(db, actor, issued, _correction(issued), now=LATER)


def test_a_state_is_never_altered(db, issued):
    state = make.revoked(db, issued)

    state.reason = "Lý do khác"

    with pytest.raises(ValueError, match="never altered"):
        db.flush()


def test_each_end_is_written_down_and_told_on(db, issued):
    second = _replace(db, issued)
    make.revoked(db, second, on=LATER.date())

    acts = select(AuditEntry.action).where(AuditEntry.subject == "certificate")
    told = db.scalars(select(Change.key).where(Change.kind == "certificate")).all()
    assert db.scalars(acts.order_by(AuditEntry.id)).all() == ["replace", "revoke"]
    assert sorted(told) == sorted(str(one.id) for one in (issued, second, issued, second))
