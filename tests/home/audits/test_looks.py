"""Who looks at somebody's full record, her results or her papers, is written down; she is not."""

import pytest
from sqlalchemy import select

from elearn.access import Role
from elearn.audit import AuditEntry
from tests.make import accounts as make_accounts
from tests.make import certificates as make_certificates
from tests.make import classes as make_classes
from tests.make import people as make
from tests.make.areas import area


@pytest.fixture
def her(db):
    return make.tenure(db, make.person(db, "Vũ Thị Ngát")).person


@pytest.fixture
def inspector(db, sign_in):
    account = make_accounts.account(db)
    place = area(db, "Tỉnh Hưng Yên")
    make_accounts.role_grant(db, account, Role.INSPECTOR, area_id=place.id)
    sign_in(account)
    return account


def looks(db):
    found = select(AuditEntry).where(AuditEntry.action.startswith("look"))
    return [(one.person_id, one.action, one.subject_id) for one in db.scalars(found)]


def test_a_look_at_what_somebody_learned_is_written_down(client, db, her, inspector):
    turn = make_classes.participation(db, who=her)

    client.get(f"/classes/{turn.training_class_id}/participants/{turn.id}")
    client.get(f"/classes/{turn.training_class_id}/participants/999999")

    assert looks(db) == [(inspector.person_id, "look_at_study", her.id)]


def test_a_look_at_somebodys_paper_is_written_down(client, db, her, inspector):
    paper = make_certificates.certificate(db, her)

    client.get(f"/certificates/{paper.id}")

    assert looks(db) == [(inspector.person_id, "look_at_certificate", her.id)]


def test_a_look_at_two_records_beside_each_other_is_a_look_at_both(client, db, her, sign_in):
    other = make.tenure(db, make.person(db, "Vũ Thị Ngát")).person
    account = make_accounts.account(db)
    make_accounts.role_grant(db, account, Role.CENTRAL)
    sign_in(account)

    client.get(f"/people/{her.id}/join/{other.id}")

    assert {key for _, _, key in looks(db)} == {her.id, other.id}


def test_a_look_at_ones_own_is_not(client, db, her, sign_in):
    paper = make_certificates.certificate(db, her)
    sign_in(make_accounts.account(db, her))

    client.get(f"/certificates/{paper.id}")
    client.get(f"/people/{her.id}")

    assert looks(db) == []
