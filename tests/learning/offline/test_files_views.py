"""The pages of report files: whoever brings them, who looks on, and who knows of nothing."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from elearn.access import Role
from elearn.accounts import Account
from elearn.learning import Terms
from elearn.learning.offline import ReportFile
from elearn.web import limits
from tests.learning.offline.away import Away
from tests.learning.offline.carrying import report_file
from tests.make import accounts, areas, people

SHE, MANY = "Lò Thị Pết Xuyến", 500


@pytest.fixture
def away(db: Session, terms: Terms) -> Away:
    """A branch head of Xã Hưng Hà with a phone."""
    she = people.person(db, SHE)
    people.tenure(db, she, at=people.org_unit(db), post="branch_head")
    return Away(db, terms, she.id)


@pytest.fixture
def chair(db: Session) -> Callable[[str], Account]:
    """`chair("Xã Hưng Hà")` gives the account of the chair there, who only proposes."""

    def made(commune: str, role: Role = Role.ADMINISTRATOR) -> Account:
        place = areas.area(db, commune)
        held = people.tenure(db, at=people.org_unit(db, f"Hội {commune}", at=place))
        account = accounts.account(db, held.person)
        accounts.role_grant(db, account, role, area_id=place.id)
        db.commit()
        return account

    return made


@pytest.fixture
def give(client: Any) -> Callable[..., Any]:
    """`give(one, another)` brings files by the form."""

    def given(*contents: bytes) -> Any:
        files = [
            FileStorage(BytesIO(one), f"tep-{place}.txt") for place, one in enumerate(contents)
        ]
        boundary, body = encode_multipart({"files": files})
        kind = f'multipart/form-data; boundary="{boundary}"'
        return client.post("/report-files", data=body, content_type=kind)

    return given


def test_the_chair_brings_a_file_and_reads_what_was_taken_for_whom(
    client, sign_in, chair, give, away, film
):
    lease = away.lease(film())
    lines = [away.phone.played(lease, (0, 90)), away.phone.played(lease, (0, 60)), "A" * 43 + " {"]
    sign_in(chair("Xã Hưng Hà"))

    answer = give(report_file(*lines, envelopes=5))

    page = client.get(answer.location).text
    assert "Đã ghi nhận thêm 1 phút cho 1 người" in page
    assert "1 phút mới trên 1 phút đã xem." in page
    assert SHE in page
    assert "Tệp thiếu 2 phần so với lúc điện thoại ghi." in page
    assert "Thử lại 1 phần này" in page
    again = client.post(f"{answer.location}/retry", follow_redirects=True).text
    assert "Đã thử lại, vẫn chưa nhận được." in again
    assert (
        "Tệp này đã nộp trước đó"
        in client.get(give(report_file(*lines, envelopes=5)).location).text
    )


def test_a_neighbour_brings_it_too_and_reads_no_name(client, sign_in, chair, give, away, film):
    content = report_file(away.phone.played(away.lease(film()), (0, 90)))
    sign_in(chair("Xã Hưng Hà"))
    first = give(content).location
    sign_in(chair("Phường Hạ Long"))

    page = client.get(give(content).location).text

    assert SHE not in page
    assert "Một người ngoài địa bàn" in page
    assert "Máy chủ đã có từ trước" in page
    assert "Có người đã nộp đúng tệp này" in page
    assert client.get(first).status_code == client.post(f"{first}/retry").status_code == 404
    assert client.get("/report-files").text.count("Đã đọc hết") == 1


def test_who_decides_above_sees_it_and_who_inspects_tries_nothing(
    client, sign_in, chair, give, away, film
):
    sign_in(chair("Xã Hưng Hà"))
    seen = give(report_file("A" * 43 + ' {"lease":')).location
    answers = {}
    for place, role in (("Tỉnh Hưng Yên", Role.ADMINISTRATOR), ("Tỉnh Hưng Yên", Role.INSPECTOR)):
        sign_in(chair(place, role))
        retried = client.post(f"{seen}/retry").status_code
        answers[role] = client.get(seen).status_code, retried, give(b"x").status_code

    assert answers[Role.ADMINISTRATOR] == (200, 303, 422)
    assert answers[Role.INSPECTOR] == (200, 403, 403)


def test_a_learner_brings_nothing(enter, give):
    enter(Role.LEARNER)

    assert give(report_file()).status_code == 403


def test_what_is_no_report_file_is_named_and_the_others_are_taken(
    db, client, sign_in, chair, give, away, film
):
    sign_in(chair("Xã Hưng Hà"))
    good = report_file(away.phone.played(away.lease(film()), (0, 90)))

    answer = give(
        b"\xff\xd8\xff" + bytes(99), good, b"", b"PK\x03\x04" + bytes(99), bytes(3_000_000)
    )

    assert answer.status_code == 422
    for words in ("tep-0.txt: Đây là ảnh.", "tep-2.txt: Tệp trống", "tep-3.txt: Đây là tệp nén"):
        assert words in answer.text
    assert "tep-4.txt: Tệp nặng quá 2 MB" in answer.text
    assert "1 tệp còn lại đã được nhận" in answer.text
    assert db.query(ReportFile).count() == 1
    assert client.post("/report-files").status_code == 422


def test_far_too_much_at_once_is_refused_in_words(sign_in, chair, give, monkeypatch):
    monkeypatch.setattr(limits, "WORKBOOK_BYTES", 1_000)
    sign_in(chair("Xã Hưng Hà"))

    answer = give(bytes(2_000))

    assert (answer.status_code, "mỗi tệp tối đa 2 MB" in answer.text) == (413, True)


def test_many_envelopes_are_taken_and_shown_by_few_queries(
    client, sign_in, chair, give, away, film, count_queries
):
    lease = away.lease(film())
    few = [away.phone.played(lease, (0, 1)), "A" * 43 + " {"]
    many = [away.phone.played(lease, (place, place + 1)) for place in range(MANY)]
    sign_in(chair("Xã Hưng Hà"))

    costs = []
    for lines in (few, many):
        with count_queries() as taking:
            address = give(report_file(*lines)).location
        with count_queries() as showing:
            assert "<ol" in client.get(f"{address}?page=2").text
        costs.append((len(taking), len(showing)))

    assert costs[1][0] <= costs[0][0] + 2
    assert costs[1][1] <= costs[0][1]


def test_a_file_as_long_as_one_may_be_is_taken(client, sign_in, chair, give, away, film):
    lease = away.lease(film())
    lines = [away.phone.played(lease, (place % 500, place % 500 + 9)) for place in range(5000)]
    sign_in(chair("Xã Hưng Hà"))

    assert "5.000" in client.get(give(report_file(*lines)).location).text
    assert len(next(iter(away.held().values()))) == 508
