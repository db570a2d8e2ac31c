"""The pages of report files: whoever brings them, who looks on, and who knows of nothing."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
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

pytestmark = pytest.mark.usefixtures("terms")
SHE, OTHER, MANY = "Lò Thị Pết Xuyến", "Hoàng Thị Nhuần", 500
BROKEN = "A" * 43 + ' {"lease":'


class Desk:
    """A desk at which somebody signs in and brings files by the form."""

    def __init__(self, client: FlaskClient, db: Session, sign_in: Callable[[Account], None]):
        self.client, self.db, self.sign_in = client, db, sign_in

    def sit(self, place: str, role: Role = Role.ADMINISTRATOR) -> None:
        """Let somebody in who chairs the union of an area; in a commune she only proposes."""
        area = areas.area(self.db, place)
        held = people.tenure(self.db, at=people.org_unit(self.db, f"Hội {place}", at=area))
        account = accounts.account(self.db, held.person)
        accounts.role_grant(self.db, account, role, area_id=area.id)
        self.db.commit()
        self.sign_in(account)

    def give(self, *contents: bytes) -> Any:
        """Bring files, named by their places."""
        files = [FileStorage(BytesIO(one), f"tep-{at}.txt") for at, one in enumerate(contents)]
        boundary, body = encode_multipart({"files": files})
        kind = f'multipart/form-data; boundary="{boundary}"'
        return self.client.post("/report-files", data=body, content_type=kind)

    def read(self, address: str) -> str:
        return self.client.get(address).text


@pytest.fixture
def desk(client: FlaskClient, db: Session, sign_in: Callable[[Account], None]) -> Desk:
    return Desk(client, db, sign_in)


@pytest.fixture
def away(db: Session, terms: Terms) -> Away:
    """A branch head of Xã Hưng Hà with a phone."""
    she = people.person(db, SHE)
    people.tenure(db, she, at=people.org_unit(db), post="branch_head")
    return Away(db, terms, she.id)


@pytest.fixture
def played(away: Away, film: Callable[[], int]) -> Callable[..., str]:
    """`played((0, 90))` gives a line of hers."""
    lease = away.lease(film())
    return lambda *ranges: away.phone.played(lease, *ranges)


def test_the_chair_brings_a_file_and_reads_what_was_taken_for_whom(desk, played):
    content = report_file(played((0, 90)), played((0, 60)), BROKEN, envelopes=5)
    desk.sit("Xã Hưng Hà")

    address = desk.give(content).location

    page = desk.read(address)
    assert "Đã ghi nhận thêm 1:30 phút cho 1 người" in page
    assert "1:30 phút mới trên 1:30 phút đã xem." in page
    assert SHE in page
    assert "Tệp thiếu 2 phần so với lúc điện thoại ghi." in page
    assert "Thử lại 1 phần này" in page
    assert desk.client.post(f"{address}/retry").location == address
    assert "Đã thử lại, vẫn chưa nhận được." in desk.read(address)
    assert desk.give(content).location == address
    assert "Tệp này đã nộp trước đó" in desk.read(address)


def test_of_a_shared_phone_each_part_is_told_and_who_is_of_elsewhere_is_not_named(
    db, terms, away, desk, film
):
    stranger = people.person(db, OTHER)
    at = people.org_unit(db, "Hội Phường Hạ Long", at=areas.area(db, "Phường Hạ Long"))
    people.tenure(db, stranger, at=at, post="branch_head")
    guest, shown = Away(db, terms, stranger.id), film()
    spans = [(away, (0, 60)), (guest, (0, 90))]
    lines = [one.phone.played(one.lease(shown), span) for one, span in spans]
    desk.sit("Xã Hưng Hà")

    page = desk.read(desk.give(report_file(*lines)).location)

    assert "Đã ghi nhận thêm 2:30 phút cho 2 người" in page
    hers, others = page.split('<li class="proposal">')[1:]
    assert SHE in hers
    assert "1:00 phút mới trên 1:00 phút đã xem." in hers
    assert "Một người ngoài địa bàn" in others
    assert "1:30 phút mới trên 1:30 phút" in others
    assert OTHER not in page
    assert [len(seconds) for one, _ in spans for seconds in one.held().values()] == [60, 90]


def test_a_neighbour_brings_it_too_and_reads_no_name(desk, played):
    content = report_file(played((0, 90)))
    desk.sit("Xã Hưng Hà")
    first = desk.give(content).location
    desk.sit("Phường Hạ Long")

    page = desk.read(desk.give(content).location)

    assert SHE not in page
    assert "Một người ngoài địa bàn" in page
    assert "Máy chủ đã có từ trước" in page
    assert "Có người đã nộp đúng tệp này" in page
    asked = desk.client.get(first), desk.client.post(f"{first}/retry")
    assert [one.status_code for one in asked] == [404, 404]
    assert desk.read("/report-files").count("Đã đọc hết") == 1


@pytest.mark.parametrize(
    ("role", "may"), [(Role.ADMINISTRATOR, [200, 303, 422]), (Role.INSPECTOR, [200, 403, 403])]
)
def test_who_decides_above_sees_it_and_who_inspects_only_reads(desk, role, may):
    desk.sit("Xã Hưng Hà")
    seen = desk.give(report_file(BROKEN)).location
    desk.sit("Tỉnh Hưng Yên", role)

    asked = desk.client.get(seen), desk.client.post(f"{seen}/retry"), desk.give(b"x")

    assert [one.status_code for one in asked] == may


def test_a_learner_brings_nothing(enter, desk):
    enter(Role.LEARNER)

    assert desk.give(report_file()).status_code == 403


def test_what_is_no_report_file_is_named_and_the_others_are_taken(desk, played):
    desk.sit("Xã Hưng Hà")
    others = [b"\xff\xd8\xff" + bytes(99), b"", b"PK\x03\x04" + bytes(99), bytes(3_000_000)]

    answer = desk.give(*others, report_file(played((0, 90))))

    assert answer.status_code == 422
    for words in ("tep-0.txt: Đây là ảnh.", "tep-1.txt: Tệp trống", "tep-2.txt: Đây là tệp nén"):
        assert words in answer.text
    assert "tep-3.txt: Tệp nặng quá 2 MB" in answer.text
    assert "1 tệp còn lại đã được nhận" in answer.text
    assert desk.db.query(ReportFile).count() == 1
    assert desk.client.post("/report-files").status_code == 422


def test_far_too_much_at_once_is_refused_in_words(desk, monkeypatch):
    monkeypatch.setattr(limits, "WORKBOOK_BYTES", 1_000)
    desk.sit("Xã Hưng Hà")

    answer = desk.give(bytes(2_000))

    assert (answer.status_code, "mỗi tệp tối đa 2 MB" in answer.text) == (413, True)


def test_many_envelopes_are_taken_and_shown_by_few_queries(desk, played, count_queries):
    few = report_file(played((0, 1)), BROKEN)
    many = report_file(*(played((place, place + 1)) for place in range(MANY)))
    desk.sit("Xã Hưng Hà")

    costs = []
    for content in (few, many):
        with count_queries() as taking:
            address = desk.give(content).location
        with count_queries() as showing:
            assert "Từng phần" in desk.read(f"{address}?page=2")
        costs.append((len(taking), len(showing)))

    assert costs[1][0] <= costs[0][0]
    assert costs[1][1] <= costs[0][1]


def test_a_file_as_long_as_one_may_be_is_taken(away, desk, played):
    content = report_file(*(played((at % 500, at % 500 + 9)) for at in range(5000)))
    desk.sit("Xã Hưng Hà")

    assert "5.000" in desk.read(desk.give(content).location)
    assert len(next(iter(away.held().values()))) == 508
