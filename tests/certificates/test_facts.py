"""What stands on a certificate: numbers in order, every word frozen, and never altered."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from elearn import certificates, classes
from elearn.catalogue import CertificateKind
from tests.make import certificates as make
from tests.make import people

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


def test_each_issuer_and_each_year_as_it_begins_in_vietnam_begins_anew(db):
    last_second = datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC)

    last = make.certificate(db, now=last_second)
    [other] = make.issued(db, _class_of(db, STATEMENT), issuer="TNVC")
    first = make.certificate(db, now=last_second + timedelta(seconds=1))

    assert other.shown_number == "0001/2026/GCN-TNVC"
    assert (last.shown_number, last.issued_on) == ("0001/2026/CC-HVPN", date(2026, 12, 31))
    assert (first.shown_number, first.issued_on) == ("0001/2027/CC-HVPN", date(2027, 1, 1))


def test_every_printed_word_is_in_the_row(db):
    held = _class_of(db, STATEMENT)

    [issued] = make.issued(db, held)

    facts = issued.facts
    assert (facts.full_name, facts.born) == ("Bùi Thị Thoa", "05/3/1979")
    assert (facts.starts_on, facts.periods) == (held.starts_on, 16)
    assert facts.ends_on == make.CLOSED.date()  # It was closed before its time was over.
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


def test_issuers_are_loaded_once(db):
    assert certificates.load_issuers(db) == 4
    assert certificates.load_issuers(db) == 0


@pytest.mark.parametrize("name", ["certificate", "certificate_state", "decision"])
@pytest.mark.parametrize("act", ["UPDATE {0} SET id = id", "DELETE FROM {0}"])
def test_the_database_itself_refuses_whatever_goes_past_the_session(db, name, act):
    make.certificate(db)

    with pytest.raises(IntegrityError, match="never altered"), db.begin_nested():
        db.execute(text(act.format(name)))
