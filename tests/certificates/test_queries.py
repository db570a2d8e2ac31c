"""Who holds one on a day, what a list finds, and who may see which."""

from datetime import date, timedelta

from sqlalchemy import select

from elearn import certificates
from elearn import people as cadres
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.catalogue import CertificateKind
from elearn.certificates import State, Wanted
from tests.make import certificates as make
from tests.make import people
from tests.make.areas import area, path

ISSUED = make.NOW.date()


def _holders(db, day):
    return db.scalars(select(certificates.holders_on(day).subquery().c.person_id)).all()


def _listed(db, actor=OPERATOR, **wanted):
    rows, count = certificates.certificate_page(db, actor, Wanted(**wanted))
    assert len(rows) == count
    return [row.certificate for row in rows]


def _actor(db, role, place, person_id=None):
    return Actor(person_id, (Grant(role, path(db, place), date.min),))


def test_one_holds_a_certificate_from_its_issue_until_the_day_before_it_ends(db):
    issued = make.certificate(db)
    make.revoked(db, issued, on=ISSUED + timedelta(days=5))

    held = [bool(_holders(db, ISSUED + timedelta(days=days))) for days in (-1, 0, 4, 5, 9)]

    assert held == [False, True, True, False, False]


def test_one_whose_certificate_was_replaced_holds_the_other(db):
    issued = make.certificate(db)
    why = certificates.Correction(
        certificates.NewDecision("7", ISSUED), "In sai", "Tên khác", "", "", "Ai ký", make.PUBLIC
    )
    certificates.replace(db, OPERATOR, issued, why, now=make.NOW + timedelta(days=2))

    days = [ISSUED + timedelta(days=days) for days in (0, 1, 2, 3)]

    assert [_holders(db, day) for day in days] == [[issued.person_id]] * 4


def test_a_statement_of_completion_certifies_nobody(db):
    make.issued(db, make.closed_class(db, kind=CertificateKind.COMPLETION_STATEMENT))

    assert _holders(db, ISSUED) == []


def test_the_list_is_narrowed_by_each_of_its_filters(db):
    old = make.certificate(db, people.person(db, "Lò Thị Mai"), now=make.NOW)
    new = make.certificate(db, people.person(db, "Bùi Thị Thoa"), now=make.NOW + timedelta(days=60))
    make.revoked(db, old, on=ISSUED + timedelta(days=3))

    assert _listed(db) == [new, old]
    assert _listed(db, year=2026) == [old]
    assert _listed(db, kind=CertificateKind.COMPLETION_STATEMENT) == []
    assert _listed(db, state=State.REVOKED) == [old]
    assert _listed(db, state=State.VALID) == [new]
    assert _listed(db, number="2027/cc") == [new]
    assert _listed(db, name="bui thoa") == [new]


def test_those_of_the_class_and_those_of_the_person_see_it(db):
    issued = make.certificate(db, people.tenure(db).person)
    looking = (
        (Role.ADMINISTRATOR, "Tỉnh Hưng Yên", True),
        (Role.INSPECTOR, "Tỉnh Hưng Yên", True),
        (Role.ADMINISTRATOR, "Xã Hưng Hà", True),
        (Role.ADMINISTRATOR, "Tỉnh Quảng Ninh", False),
        (Role.INSTRUCTOR, "Tỉnh Hưng Yên", False),
        (Role.LEARNER, "Tỉnh Hưng Yên", False),
    )

    for role, place, sees in looking:
        actor = _actor(db, role, place)
        assert certificates.may_see(db, actor, issued) is sees, (role, place)
        assert (issued in _listed(db, actor)) is sees, (role, place)


def test_everybody_sees_her_own_under_whichever_entry(db):
    entry, whole = people.person(db, "Bùi Thị Thoa"), people.person(db, "Bùi Thị Thoa")
    issued = make.certificate(db, entry)
    cadres.merge(db, OPERATOR, entry, into=whole, now=make.NOW)

    assert certificates.may_see(db, Actor(whole.id), issued)
    assert [one.certificate for one in certificates.records_of_person(db, whole.id)] == [issued]
    assert not certificates.may_see(db, Actor(people.person(db).id), issued)


def test_records_take_a_bounded_number_of_queries(db, count_queries):
    held = make.closed_class(db, *(people.person(db) for _ in range(9)))
    for issued in make.issued(db, held)[:3]:
        make.revoked(db, issued)
    db.expire_all()

    with count_queries() as queries:
        candidates = certificates.candidates_of(db, held)

    assert sum(one.holds_one for one in candidates) == 6
    assert len(queries) <= 8


def test_a_class_elsewhere_is_seen_by_those_of_that_place(db):
    held = make.closed_class(db, area_id=area(db, "Tỉnh Quảng Ninh").id)
    first, _ = make.issued(db, held)

    assert certificates.may_see(db, _actor(db, Role.ADMINISTRATOR, "Tỉnh Quảng Ninh"), first)
    assert not certificates.may_see(db, _actor(db, Role.ADMINISTRATOR, "Tỉnh Hưng Yên"), first)
