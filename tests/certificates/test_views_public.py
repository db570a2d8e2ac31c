"""The public check: every printed fact and state for anyone, and nobody found by name alone."""

from dataclasses import fields
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from elearn import accounts, certificates, clock
from elearn.access import OPERATOR
from elearn.certificates import FailedCheck
from elearn.certificates.rules import day_in_words
from elearn.certificates.typst import lines_of
from tests.make import certificates as make
from tests.make import people

NUMBER = "0001/2026/CC-HVPN"


@pytest.fixture
def issued(db):
    person = people.person(db, "H'Hen Niê", born_on=date(1979, 3, 5))
    people.tenure(db, person)
    return make.certificate(db, person)


def _shown(value):
    """Return a fact as the paper has it; of days and words the page changes none."""
    words = day_in_words(value) if isinstance(value, date) else str(value)
    return words.replace("'", "&#39;")


def test_every_printed_fact_stands_on_the_page_before_the_paper_is_drawn(client, issued):
    page = client.get(f"/c/{issued.token}")

    assert page.status_code == 200
    assert "<h1>Giấy này có thật và còn hiệu lực</h1>" in page.text
    printed = [f.name for f in fields(issued.facts) if f.name != "kind"]
    missing = [name for name in printed if _shown(getattr(issued.facts, name)) not in page.text]
    assert missing == []
    assert "Chứng chỉ bồi dưỡng" in page.text


def test_a_course_of_one_day_is_told_as_on_the_paper(client, db):
    day = make.CLOSED.date()
    issued = make.certificate(db, people.person(db), starts_on=day, ends_on=day)

    page = client.get(f"/c/{issued.token}").text

    assert "<dd>ngày 16 tháng 11 năm 2026, 16 tiết</dd>" in page
    assert lines_of(issued.facts)["time"] == "Thời gian: ngày 16 tháng 11 năm 2026, 16 tiết"


def test_a_year_of_birth_alone_is_too_easy_to_guess(client, db):
    make.certificate(db, people.person(db, birth_year=1979))

    answer = client.post("/check", data={"number": NUMBER, "who": "1979"})

    assert answer.status_code == 404


def test_it_needs_no_sign_in_and_no_script_and_is_not_to_be_indexed(client, issued):
    for page in (client.get(f"/c/{issued.token}"), client.get("/check")):
        assert "<script" not in page.text
        assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert len(page.data) < 12_000


def test_an_address_read_aloud_may_be_typed_in_capitals(client, issued):
    assert client.get(f"/c/{issued.token.upper()}").status_code == 200


def test_a_revoked_one_tells_decision_day_and_reason_first(client, db, issued):
    make.revoked(db, issued, on=date(2026, 11, 21))

    page = client.get(f"/c/{issued.token}").text

    assert "<h1>Giấy này đã bị thu hồi</h1>" in page
    for told in ("31/QĐ-HVPN, ngày 21/11/2026", "Cấp cho người không dự lớp.", NUMBER):
        assert told in page


def test_a_replaced_one_leads_to_what_replaced_it(client, db, issued):
    why = certificates.Correction(
        certificates.NewDecision("7/QĐ", make.ISSUED), "In sai", "Khác", "", "", "Ai", make.PUBLIC
    )
    other = certificates.replace(db, OPERATOR, issued, why, now=make.NOW)

    page = client.get(f"/c/{issued.token}").text

    assert "đã được thay thế" in page
    assert f'href="/c/{other.token}"' in page
    assert "số 0002/2026/CC-HVPN" in page
    assert "In sai" in page


@pytest.mark.parametrize("token", ["abcdefghjk", "short", "ABCDEFGHJK0123456789x"])
def test_what_is_nowhere_is_not_called_false(client, issued, token):
    page = client.get(f"/c/{token}")

    assert page.status_code == 404
    assert "Không có nghĩa là giả" in page.text


@pytest.mark.parametrize("who", ["h'hen nie", "H’Hen Niê", "5/3/1979"])
def test_a_number_with_name_or_day_of_birth_leads_to_the_page(client, issued, who):
    found = client.post("/check", data={"number": "1/2026/cc-hvpn", "who": who})

    assert found.location == f"/c/{issued.token}"


@pytest.mark.parametrize(
    ("number", "who"),
    [(NUMBER, "Người Khác"), ("0009/2026/CC-HVPN", "H'Hen Niê"), ("H'Hen Niê", "5/3/1979")],
)
def test_anything_else_is_not_found_and_does_not_say_which_was_wrong(client, issued, number, who):
    answer = client.post("/check", data={"number": number, "who": who})

    assert answer.status_code == 404
    assert "Không tìm thấy giấy này" in answer.text
    assert issued.token not in answer.text


def test_nobody_is_found_by_name_alone(client, issued):
    answer = client.post("/check", data={"number": "", "who": "H'Hen Niê"})

    assert answer.status_code == 422


def test_who_keeps_guessing_waits_and_is_told_until_when(client, db, issued):
    wrong = {"number": NUMBER, "who": "Người Khác"}
    answers = [client.post("/check", data=wrong).status_code for _ in range(11)]

    right = client.post("/check", data={"number": NUMBER, "who": "H'Hen Niê"})

    assert answers == [404] * 10 + [429]
    assert right.status_code == 429
    assert "Quét mã QR thì xem được ngay" in right.text
    assert client.get(f"/c/{issued.token}").status_code == 200


@pytest.mark.parametrize(("address", "status"), [("203.0.113.9", 429), ("127.0.0.1", 303)])
def test_a_network_waits_too_but_not_everybody_behind_a_nameless_proxy(
    client, db, issued, address, status
):
    now, network = clock.now(), accounts.network_of(address)
    db.add_all(FailedCheck(number=f"{n}", network=network, at=now) for n in range(60))
    db.flush()

    answer = client.post(
        "/check",
        data={"number": NUMBER, "who": "H'Hen Niê"},
        environ_base={"REMOTE_ADDR": address},
    )

    assert answer.status_code == status


def test_failures_long_ago_are_forgotten(client, db, issued):
    long_ago = clock.now() - timedelta(days=8)
    db.add_all(FailedCheck(number=NUMBER, network="local", at=long_ago) for _ in range(20))
    db.flush()

    client.post("/check", data={"number": NUMBER, "who": "Người Khác"})

    assert db.scalar(select(func.count()).select_from(FailedCheck)) == 1
