"""Issuing: a list and a decision become certificates, all of them or none; and by whom."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from elearn import certificates, classes
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.areas import root
from elearn.audit import AuditEntry
from elearn.catalogue import CertificateKind
from elearn.certificates import Certificate, Decision, Register
from elearn.db import Change
from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound
from elearn.jobs import Job
from tests.make import accounts, people
from tests.make import certificates as make
from tests.make import classes as make_classes
from tests.make.areas import path

STATEMENT = CertificateKind.COMPLETION_STATEMENT


def test_only_those_chosen_are_given_one_and_the_others_later(db):
    held = make.closed_class(db)
    first, second = certificates.candidates_of(db, held)

    make.issued(db, held, participation_ids={second.participation.id})
    [later] = make.issued(db, held, participation_ids={first.participation.id})

    assert later.shown_number == "0002/2026/CC-HVPN"
    assert db.scalar(select(func.count()).select_from(Decision)) == 1


def test_issuing_twice_is_answered_in_words_and_changes_nothing(db):
    held = make.closed_class(db)
    make.issued(db, held)

    with pytest.raises(Conflict, match=r"2 người đã có giấy .*0001/2026/CC-HVPN"):
        make.issued(db, held)

    assert db.scalar(select(func.count()).select_from(Certificate)) == 2
    assert db.scalars(select(Register.last_number)).one() == 2


def test_one_who_holds_one_stops_the_whole_list(db):
    held = make.closed_class(db)
    first, _ = certificates.candidates_of(db, held)
    make.issued(db, held, participation_ids={first.participation.id})

    with pytest.raises(Conflict):
        make.issued(db, held)

    assert db.scalar(select(func.count()).select_from(Certificate)) == 1


def test_whose_certificate_was_revoked_may_be_given_another(db):
    held = make.closed_class(db, people.person(db))
    [issued] = make.issued(db, held)
    make.revoked(db, issued)

    [again] = make.issued(db, held, now=make.NOW + timedelta(days=1))

    [candidate] = certificates.candidates_of(db, held)
    assert (again.edition, again.number) == (2, 2)
    assert candidate.latest
    assert candidate.latest.certificate is again


def test_a_class_with_certificates_is_not_opened_again(db):
    held = make.closed_class(db)
    make.issued(db, held)

    with pytest.raises(Conflict, match="Đã cấp giấy"):
        classes.reopen(db, OPERATOR, held, "Chốt nhầm", now=make.NOW)


def test_a_class_that_is_not_closed_gives_none(db):
    held = make.closed_class(db, state=classes.ClassState.OPEN)

    with pytest.raises(Conflict, match="chưa chốt"):
        make.issued(db, held)


def test_what_cannot_be_is_refused_by_field(db):
    held = make.closed_class(db)
    unthinkable: tuple[tuple[dict[str, Any], str], ...] = (
        ({"decision": certificates.NewDecision(" ", make.DECIDED)}, "number"),
        ({"decision": certificates.NewDecision("x" * 61, make.DECIDED)}, "number"),
        ({"decision": certificates.NewDecision("5", date(2026, 11, 15))}, "decided_on"),
        ({"decision": certificates.NewDecision("5", date(2026, 11, 21))}, "decided_on"),
        ({"signer": certificates.Signer(" ")}, "signer_name"),
        ({"participation_ids": frozenset()}, "people"),
        ({"participation_ids": frozenset({999_999})}, "people"),
    )

    for changes, field in unthinkable:
        with pytest.raises(InvalidInput) as refused:
            make.issued(db, held, **changes)
        assert list(refused.value.fields) == [field]


def test_an_issuer_nobody_knows_is_refused(db):
    with pytest.raises(NotFound, match="HVPN, TNVC"):
        make.issued(db, issuer="ABCD")


def test_who_did_not_complete_the_class_cannot_be_chosen(db):
    held = make.closed_class(db)
    other = make_classes.participation(
        db, held, people.person(db), outcome=classes.Result.NOT_COMPLETED
    )

    with pytest.raises(InvalidInput):
        make.issued(db, held, participation_ids={other.id})


def test_only_who_answers_for_the_class_may_issue(db):
    held = make.closed_class(db)
    others = (
        (Role.ADMINISTRATOR, "Tỉnh Quảng Ninh", NotFound),
        (Role.INSPECTOR, "Tỉnh Hưng Yên", Forbidden),
        (Role.INSTRUCTOR, "Tỉnh Hưng Yên", NotFound),
        (Role.LEARNER, "Tỉnh Hưng Yên", NotFound),
    )

    for role, place, refusal in others:
        actor = Actor(1, (Grant(role, path(db, place), date.min),))
        with pytest.raises(refusal):
            make.issued(db, held, actor=actor)


@pytest.mark.parametrize(
    ("role", "place"),
    [(Role.ADMINISTRATOR, "Tỉnh Hưng Yên"), (Role.CENTRAL, "Việt Nam")],
)
def test_who_answers_for_the_class_or_the_country_may_issue(db, role, place):
    person = accounts.person(db)
    where = f"/{root(db).id}/" if role is Role.CENTRAL else path(db, place)

    make.issued(db, actor=Actor(person.id, (Grant(role, where, date.min),)))

    assert db.scalars(select(Decision)).one().recorded_by_id == person.id


def test_what_was_done_is_written_down_told_on_and_put_in_the_queue(db):
    issued = make.issued(db)

    [entry] = db.scalars(select(AuditEntry).where(AuditEntry.action == "issue"))
    assert (entry.subject, entry.details["count"]) == ("decision", 2)
    told = db.scalars(select(Change.key).where(Change.kind == "certificate")).all()
    assert sorted(told) == sorted(str(one.id) for one in issued)
    jobs = select(Job.payload).where(Job.kind == "certificates.render").order_by(Job.id)
    assert [job["certificate"] for job in db.scalars(jobs)] == [one.id for one in issued]


def test_the_shell_acts_for_nobody(db):
    make.issued(db, actor=OPERATOR)

    assert db.scalars(select(Decision)).one().recorded_by_id is None
