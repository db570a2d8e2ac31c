"""Issuing: a reviewed list and a decision become numbered certificates, all of them or none."""

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


def _class_of(db, kind):
    return make.closed_class(
        db, people.person(db, "Bùi Thị Thoa", born_on=date(1979, 3, 5)), kind=kind
    )


def test_numbers_follow_one_another_in_the_order_of_given_names(db):
    names = ("Vũ Thị Yến", "Hoàng Thị An", "Lò Thị Mai")
    held = make.closed_class(db, *(people.person(db, name) for name in names))

    issued = make.issued(db, held)

    assert [(one.full_name, one.shown_number) for one in issued] == [
        ("Hoàng Thị An", "0001/2026/CC-HVPN"),
        ("Lò Thị Mai", "0002/2026/CC-HVPN"),
        ("Vũ Thị Yến", "0003/2026/CC-HVPN"),
    ]


def test_the_kind_comes_from_the_programme_and_has_a_register_of_its_own(db):
    make.issued(db)

    [statement] = make.issued(db, _class_of(db, STATEMENT))

    assert statement.facts.kind is STATEMENT
    assert statement.shown_number == "0001/2026/GCN-HVPN"


def test_each_issuer_and_each_year_begins_anew(db):
    make.certificate(db, now=make.NOW)
    next_year = make.NOW + timedelta(days=60)

    [other] = make.issued(db, _class_of(db, STATEMENT), issuer="TNVC")
    later = make.certificate(db, now=next_year)

    assert other.shown_number == "0001/2026/GCN-TNVC"
    assert later.shown_number == "0001/2027/CC-HVPN"


def test_every_printed_word_is_in_the_row(db):
    held = _class_of(db, STATEMENT)

    [issued] = make.issued(db, held)

    facts = issued.facts
    assert (facts.full_name, facts.born) == ("Bùi Thị Thoa", "05/3/1979")
    assert (facts.starts_on, facts.ends_on, facts.periods) == (held.starts_on, held.ends_on, 16)
    assert (facts.decision_number, facts.decision_on) == ("512/QĐ-HVPN", make.DECIDED)
    assert (facts.issuer_name, facts.place) == ("Học viện Phụ nữ Việt Nam", "Hà Nội")
    assert (facts.signer_prefix, facts.signer_title) == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert facts.address == f"{make.PUBLIC}/c/{issued.token}"


def test_a_signer_with_a_title_of_her_own_stands_for_nobody_else(db):
    [issued] = make.issued(
        db, _class_of(db, STATEMENT), signer=certificates.Signer("Đỗ Thị Lan", "GIÁM ĐỐC")
    )

    assert (issued.signer_prefix, issued.signer_title) == ("", "GIÁM ĐỐC")


def test_where_she_served_is_as_of_the_day_of_the_decision(db):
    person = people.person(db)
    people.tenure(db, person, at=people.org_unit(db), valid_to=date(2026, 11, 1))
    there = people.org_unit(db, "Chi hội thôn Đông")
    people.tenure(db, person, at=there, post="branch_head", valid_from=date(2026, 11, 2))

    issued = make.certificate(db, person)

    assert issued.unit == "Chi hội thôn Đông, xã Hưng Hà, tỉnh Hưng Yên"


def test_of_two_posts_the_one_by_which_she_came_is_printed(db):
    person = people.person(db)
    came = people.tenure(db, person, at=people.org_unit(db))
    people.tenure(db, person, at=people.org_unit(db, "Chi hội thôn Đông"), post="branch_head")
    held = make.closed_class(db, person)
    db.scalars(select(classes.Participation)).one().tenure_id = came.id

    [issued] = make.issued(db, held)

    assert issued.unit == "Hội LHPN xã Hưng Hà, tỉnh Hưng Yên"


def test_what_people_and_programmes_become_later_changes_no_certificate(db):
    person = people.person(db, "Nguyễn Thị Hường")
    issued = make.certificate(db, person)

    person.full_name = "Nguyễn Thị Hương"
    db.flush()
    db.refresh(issued)

    assert issued.facts.full_name == "Nguyễn Thị Hường"


@pytest.mark.parametrize(
    ("field", "value"),
    [("full_name", "Ai đó"), ("decision_on", date(2026, 1, 1))],
)
def test_a_certificate_is_never_altered(db, field, value):
    issued = make.certificate(db)

    setattr(issued, field, value)

    with pytest.raises(ValueError, match="never altered"):
        db.flush()


def test_a_certificate_is_never_removed(db):
    db.delete(make.certificate(db))

    with pytest.raises(ValueError, match="never removed"):
        db.flush()


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
    jobs = db.scalars(select(Job.payload).where(Job.kind == "certificates.render")).all()
    assert [job["certificate"] for job in jobs] == [one.id for one in issued]


def test_issuers_are_loaded_once(db):
    assert certificates.load_issuers(db) == 4
    assert certificates.load_issuers(db) == 0


def test_the_shell_acts_for_nobody(db):
    make.issued(db, actor=OPERATOR)

    assert db.scalars(select(Decision)).one().recorded_by_id is None
