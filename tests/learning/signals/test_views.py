"""Who sees signals and outages, and what the pages say."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn.access import Role
from elearn.learning.signals import Outage, SignalJudgement, SignalPerson
from elearn.learning.signals.rules import SignalKind, SignalState, Verdict
from tests.make import people as make
from tests.make import signals as made
from tests.make.signals import EVENING

KINDS = {
    SignalKind.DEVICE: {"weight": 9, "measure": 8, "numbers": {"visits": 40, "together": 2}},
    SignalKind.TRACES: {"weight": 5, "measure": 4, "numbers": {"persons": 3, "visits": 15}},
    SignalKind.CLOCK: {"weight": 4, "measure": 3, "numbers": {"minutes": 61, "visits": 9}},
}

ENTERED = {
    "began_on": "18/11/2026",
    "began": "20h",
    "ended_on": "2026-11-18",
    "ended": "21:15",
    "area": "Xã Hưng Hà, Hưng Yên",
    "what": "Mất điện cả xã",
}


@pytest.fixture
def come_in(db, officer, sign_in):
    """`come_in(role, place)` signs somebody in with a role over a province."""

    def entered(*held):
        account = officer(*held)
        db.commit()
        sign_in(account)
        return account

    return entered


@pytest.mark.parametrize("address", ["/signals", "/outages"])
def test_signed_out_one_is_asked_to_sign_in(client, address):
    assert client.get(address).status_code == 303


def test_who_looks_after_nobody_is_refused(client, enter):
    enter()

    assert client.get("/signals").status_code == 403


def test_a_stranger_does_not_find_it(client, signal, come_in):
    come_in(Role.ADMINISTRATOR, "Tỉnh Quảng Ninh")

    assert client.get(f"/signals/{signal.id}").status_code == 404
    assert "Vũ Thị Ngát" not in client.get("/signals").text


def test_who_looks_after_her_reads_what_was_found_and_on_what_it_rests(client, signal, come_in):
    come_in()

    listed = client.get("/signals").text
    page = client.get(f"/signals/{signal.id}").text

    assert "Nhanh hơn đồng hồ: Vũ Thị Ngát" in listed
    assert "nhiều hơn 16 phút" in page
    assert "20:00:00" in page  # Opened.
    assert "16:40" in page  # Beyond the clock.
    assert "gian lận" not in listed + page


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told_in_a_sentence(client, db, signal, come_in, kind):
    for name, value in (KINDS[kind] | {"kind": kind}).items():
        setattr(signal, name, value)
    come_in()

    assert str(signal.weight) in client.get(f"/signals?kind={kind.value}").text
    assert client.get(f"/signals/{signal.id}").status_code == 200


def test_others_of_the_same_device_are_counted_and_not_named(client, db, signal, come_in):
    far = make.person(db, "Bùi Thị Xa")
    db.add(SignalPerson(signal_id=signal.id, person_id=far.id))
    come_in()

    page = client.get(f"/signals/{signal.id}").text

    assert "1 người ngoài phạm vi được xem" in page
    assert "Bùi Thị Xa" not in page


def test_what_falls_into_an_outage_comes_last(client, db, chair, film, come_in):
    gone = made.outage(db)
    late = EVENING + timedelta(hours=5)
    made.signal(db, chair, film(), outage_id=gone.id, found_at=late, weight=3600)
    made.signal(db, chair, film(), weight=1800)
    come_in()

    page = client.get("/signals").text

    assert page.index("30 phút") < page.index("60 phút")
    assert "Trùng lúc gián đoạn" in page


def test_it_is_judged_in_words(client, db, signal, come_in):
    come_in()
    said = {"verdict": "explained", "note": "Chị mở trên hai máy", "weight": "1000"}

    answer = client.post(f"/signals/{signal.id}/judge", data=said)

    assert answer.status_code == 303
    kept = db.scalars(select(SignalJudgement)).one()
    assert (kept.verdict, kept.note) == (Verdict.EXPLAINED, "Chị mở trên hai máy")
    db.refresh(signal)
    assert signal.state is SignalState.JUDGED
    assert "Chị mở trên hai máy" in client.get(f"/signals/{signal.id}").text


def test_what_is_wrong_with_a_judgement_is_said_beside_it(client, signal, come_in):
    come_in()
    silent = {"verdict": "again", "note": "", "weight": "1000"}

    assert client.post(f"/signals/{signal.id}/judge", data=silent).status_code == 422
    late = silent | {"verdict": "nothing", "weight": "7"}
    assert client.post(f"/signals/{signal.id}/judge", data=late).status_code == 409


def test_an_inspector_reads_and_does_not_judge(client, signal, come_in):
    come_in(Role.INSPECTOR)

    assert "Ghi nhận xét" not in client.get(f"/signals/{signal.id}").text
    assert client.post(f"/signals/{signal.id}/judge").status_code == 403


def test_an_outage_is_written_down_and_withdrawn(client, db, come_in):
    come_in()

    assert client.post("/outages/new", data=ENTERED).status_code == 303
    one = db.scalars(select(Outage)).one()
    assert (one.began_at, one.ended_at - one.began_at) == (EVENING, timedelta(minutes=75))
    assert "Mất điện cả xã" in client.get("/outages").text
    assert client.post(f"/outages/{one.id}/withdraw").status_code == 303
    assert "Đã rút" in client.get("/outages").text


@pytest.mark.parametrize("wrong", [{"area": "VN"}, {"area": "Xã Không Có"}, {"began": "tối"}])
def test_an_outage_that_cannot_be_is_refused_at_its_field(client, come_in, wrong):
    come_in()

    answer = client.post("/outages/new", data=ENTERED | wrong)

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text


def test_the_lists_ask_so_many_queries_however_long(client, db, film, enter, count_queries):
    enter(Role.CENTRAL)
    asked = []
    for more in (2, 8):
        for _ in range(more):
            made.signal(db, make.person(db), film())
            made.outage(db, area_id=1)
        db.commit()
        with count_queries() as queries:
            client.get("/signals")
            client.get("/outages")
        asked.append(len(queries))

    assert asked[0] == asked[1]
