"""Which acts somebody may see: those of and about the people and classes of her branch."""

import pytest
from sqlalchemy import select

from elearn import audit
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.audit import AuditEntry
from elearn.db import UNKNOWN_START
from elearn.home.audits.sight import may_see, visible_to
from tests.make import accounts as make_accounts
from tests.make import classes as make_classes
from tests.make import people as make
from tests.make.areas import area, path
from tests.make.audit import NOW

FAR = "Phường Hạ Long"


@pytest.fixture
def chair(db):
    """A person in Xã Hưng Hà, Hưng Yên."""
    return make.tenure(db).person


@pytest.fixture
def stranger(db):
    """A person in Quảng Ninh."""
    unit = make.org_unit(db, "Hội LHPN phường Hạ Long", at=area(db, FAR))
    return make.tenure(db, make.person(db, "Đỗ Thị Xa"), at=unit).person


@pytest.fixture
def near(db):
    """An administrator of Hưng Yên."""
    return Actor(None, (Grant(Role.ADMINISTRATOR, path(db, "Tỉnh Hưng Yên"), UNKNOWN_START),))


def write(db, who, subject, key):
    by = Actor(who.id, origin="x") if who else OPERATOR
    return audit.record(db, by, "act", subject, key, now=NOW)


def seen(db, actor, entry):
    """Whether the entry is seen, asked both ways."""
    listed = db.scalar(
        select(AuditEntry.id).where(AuditEntry.id == entry.id, visible_to(db, actor))
    )
    assert (listed is not None) is may_see(db, actor, entry)
    return listed is not None


def test_what_her_people_do_and_what_is_done_to_them_is_seen(db, near, chair, stranger):
    assert seen(db, near, write(db, chair, "lecture", 1))
    assert seen(db, near, write(db, stranger, "person", chair.id))
    assert not seen(db, near, write(db, stranger, "person", stranger.id))
    assert not seen(db, near, write(db, stranger, "lecture", 1))


def test_what_is_done_to_what_is_theirs_is_seen(db, near, chair, stranger):
    for person, is_seen in ((chair, True), (stranger, False)):
        account = make_accounts.account(db, person)
        granted = make_accounts.role_grant(db, person)
        tenure = make.tenure(db, person, at=None if is_seen else far_unit(db))
        for kind, row in (("account", account), ("role_grant", granted), ("tenure", tenure)):
            assert seen(db, near, write(db, stranger, kind, row.id)) is is_seen, kind


def far_unit(db):
    return make.org_unit(db, "Chi hội xa", at=area(db, FAR))


def test_what_is_done_to_units_and_classes_of_the_branch_is_seen(db, near, stranger):
    course = make_classes.course(db)
    unit, held = make.org_unit(db), make_classes.training_class(db, course)
    other = make_classes.training_class(db, course, at=area(db, FAR))

    assert seen(db, near, write(db, stranger, "org_unit", unit.id))
    assert seen(db, near, write(db, stranger, "training_class", held.id))
    assert seen(db, near, write(db, stranger, "area", held.area_id))
    assert not seen(db, near, write(db, stranger, "org_unit", far_unit(db).id))
    assert not seen(db, near, write(db, stranger, "training_class", other.id))


def test_what_the_shell_does_is_seen_by_the_centre_only(db, near, chair):
    entry = write(db, None, "person", chair.id)

    assert seen(db, OPERATOR, entry)
    assert not seen(db, near, entry)


def test_a_learner_sees_what_was_done_by_and_to_herself_alone(db, chair, stranger):
    actor = Actor(chair.id)

    assert seen(db, actor, write(db, stranger, "person", chair.id))
    assert seen(db, actor, write(db, chair, "lecture", 1))
    assert not seen(db, actor, write(db, stranger, "person", stranger.id))
