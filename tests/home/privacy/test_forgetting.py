"""Every table with a person's key is told and forgotten by its domain, or says why not."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import audit, people
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.accounts import FailedSignIn, account_of
from elearn.certificates.personal import REGISTER
from elearn.db import UNKNOWN_START
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.home.privacy import ErasureRequest, ErasureState, queries, service
from elearn.home.privacy.gathering import held_about
from tests.home.privacy.everything import KEY, MAIL, NAME, NOW, WORDS, everything
from tests.home.privacy.holding import (
    found_in,
    holder_of,
    leads_to_a_person,
    tables_about_people,
)
from tests.make import people as make

CENTRE = Actor(None, (Grant(Role.CENTRAL, "/1/", UNKNOWN_START),))
PLANTED = {
    *("person.full_name", "person.name_folded", "person.phone", "found_word.names"),
    *("listed_tenure.names", "account.user_name", "linked_identity.subject"),
    *("tenure.decision", "tenure_proposal.new_name", "tenure_proposal.refusal"),
    *("correction_request.wanted", "participation.left_reason", "watch_session.device"),
    *("notice.details", "letter.address", "audit_personal_value.value"),
    *("roster_row.entry", "roster_row.verdict", "roster_change.before", "roster_batch.layout"),
    *("roster_alias.name_key", "erasure_request.answer"),
    *("certificate.full_name", "certificate.name_folded"),
}
LATER = NOW + timedelta(days=3)
CERTAIN = service.Certainty(NAME, KEY)


@pytest.mark.parametrize("table", tables_about_people(), ids=str)
def test_the_domain_of_every_table_with_a_persons_key_says_what_it_holds(table):
    assert table.name in holder_of(table).TABLES


def test_no_domain_names_a_table_that_is_none():
    named = {name for table in tables_about_people() for name in holder_of(table).TABLES}

    assert named <= {table.name for table in tables_about_people()} | {"watch_evidence"} | {
        "certificate_state"
    }


def test_of_somebody_of_whom_every_table_holds_something_all_is_told_and_then_forgotten(db):
    one = everything(db)
    for table in tables_about_people():
        keys = [column for column in table.columns if leads_to_a_person(column)]
        rows = db.execute(select(*keys or table.columns)).all()
        assert rows, f"{table.name} holds nothing: give her something in everything.py"
    assert set(found_in(db, *WORDS)) >= PLANTED
    told = held_about(db, queries.own_ids(db, one.person.id))
    assert [section.title for section in told if not section.rows] == []

    service.forget(db, OPERATOR, one.person, CERTAIN, now=LATER)

    left = set(found_in(db, *WORDS, MAIL))
    assert {place.partition(".")[0] for place in left} == set(REGISTER)
    assert audit.verify(db).flaw is None


def test_what_counts_still_counts_and_nobody_signs_in(db):
    one = everything(db)

    service.forget(db, OPERATOR, one.other, CERTAIN, now=LATER)

    db.expire_all()
    person = people.person_by_id(db, one.person.id)
    assert (person.full_name, person.birth_year, person.phone) == ("Đã xóa tên", None, None)
    assert person.gender == people.Gender.FEMALE
    [tenure] = db.scalars(select(people.Tenure).where(people.Tenure.person_id == person.id))
    assert tenure.post_key == "commune_union_chair"
    account = account_of(db, person.id)
    assert account is not None
    assert account.closed_at == LATER
    assert db.scalars(select(FailedSignIn)).all() == []
    states = db.scalars(select(ErasureRequest.state).order_by(ErasureRequest.id)).all()
    assert states == [ErasureState.REFUSED, ErasureState.DONE]


def test_it_is_written_down_who_forgot_whom(db):
    person = make.person(db, NAME)

    service.forget(db, OPERATOR, person, CERTAIN, now=NOW)

    [entry] = db.scalars(select(audit.AuditEntry).where(audit.AuditEntry.action == "forget"))
    assert (entry.subject, entry.subject_id) == ("person", person.id)


def test_only_the_centre_forgets_and_only_whose_name_it_typed_again(db):
    person = make.person(db, NAME)
    near = Actor(None, (Grant(Role.ADMINISTRATOR, "/1/", UNKNOWN_START),))

    with pytest.raises(Forbidden):
        service.forget(db, near, person, CERTAIN, now=NOW)
    with pytest.raises(InvalidInput):
        service.forget(db, CENTRE, person, service.Certainty("Lò Thị", KEY), now=NOW)
    assert person.full_name == NAME


def test_who_was_forgotten_is_not_forgotten_again(db):
    person = make.person(db, NAME)
    service.forget(db, CENTRE, person, CERTAIN, now=NOW)

    with pytest.raises(Conflict):
        service.forget(db, CENTRE, person, service.Certainty("Đã xóa tên", KEY), now=NOW)


def test_a_request_waits_once_and_is_answered_once(db):
    person = make.person(db, NAME)
    oneself = Actor(person.id)
    first = service.ask(db, oneself, person.id, now=NOW)

    assert service.ask(db, oneself, person.id, now=NOW) is first
    service.refuse(db, CENTRE, first.id, "Chị đang giữ chức danh.", now=NOW)
    with pytest.raises(Conflict):
        service.refuse(db, CENTRE, first.id, "Nhầm.", now=NOW)
    with pytest.raises(Conflict):
        service.forget_asked(db, CENTRE, first.id, CERTAIN, now=NOW)


def test_a_request_is_withdrawn_by_who_asked(db):
    person = make.person(db, NAME)
    oneself = Actor(person.id)
    asked = service.ask(db, oneself, person.id, now=NOW)

    service.withdraw(db, oneself, person.id, now=NOW)
    service.withdraw(db, oneself, person.id, now=NOW)

    assert (asked.state, asked.decided_by_id) == (ErasureState.WITHDRAWN, person.id)
