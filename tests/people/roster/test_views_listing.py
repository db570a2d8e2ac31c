"""The list of files that were sent in, and the queue of what waits for a decision."""

import pytest

from elearn.access import Role
from elearn.people.roster.models import BatchState
from elearn.people.roster.rules.verdicts import RowStatus
from tests.make import batches as make
from tests.make.areas import BEFORE, area

PAGE = "/people/import"


@pytest.fixture
def sent(db):
    """A batch of Hưng Yên with a row of most statuses."""
    batch = make.batch(db)
    make.row(db, batch, make.entry(3))
    make.row(db, batch, make.entry(4), RowStatus.DOUBTFUL)
    make.row(db, batch, make.entry(5), RowStatus.ERROR)
    return batch


def test_signed_out_one_is_asked_to_sign_in(client):
    assert "/sign-in" in client.get(PAGE).location


def test_a_learner_has_no_such_page(client, enter):
    enter(Role.LEARNER)

    assert client.get(PAGE).status_code == 403


def test_who_only_proposes_is_told_what_she_may_do_instead(client, enter, db, sent):
    enter(Role.ADMINISTRATOR, "Xã Hưng Hà")

    page = client.get(PAGE)

    assert page.status_code == 403
    assert "Đề nghị chờ xác nhận" in page.text
    assert "gửi cho tỉnh nhập" in page.text


def test_a_file_stands_with_its_state_and_counts_and_the_way_on(client, enter, sent):
    enter()

    page = client.get(PAGE).text

    assert make.NAME in page
    assert "Chờ ghi" in page
    assert "Cần quyết định 1" in page
    assert "1 dòng chờ chị quyết định" in page
    assert 'href="/people/import/new"' in page


def test_a_stranger_sees_none_of_it(client, enter, sent):
    enter(place="Tỉnh Quảng Ninh")

    assert make.NAME not in client.get(PAGE).text
    assert client.get(f"{PAGE}/{sent.id}").status_code == 404
    assert "Không còn dòng nào chờ" in client.get(f"{PAGE}/doubts").text


def test_an_inspector_reads_and_sends_nothing(client, enter, sent):
    enter(Role.INSPECTOR)

    page = client.get(PAGE).text

    assert make.NAME in page
    assert 'href="/people/import/new"' not in page
    assert "dòng chờ" not in page
    assert client.post(f"{PAGE}/{sent.id}/discard").status_code == 403


def test_what_waits_of_all_files_stands_in_one_queue(client, enter, db, sent):
    make.batch(db, BatchState.DISCARDED, file_name="bo-di.xlsx")
    enter()

    page = client.get(f"{PAGE}/doubts").text

    assert make.NAME in page
    assert f"/people/import/{sent.id}/preview?tab=doubtful" in page
    assert "bo-di.xlsx" not in page


def test_what_rows_said_that_were_erased_waits_for_nobody(client, enter, db):
    old = make.batch(db, BatchState.COMMITTED, committed_at=make.RECEIVED, erased_at=make.RECEIVED)
    make.row(db, old, make.entry(3), RowStatus.DOUBTFUL, reasons=make.doubt("same_name"))
    enter()

    assert "Không còn dòng nào chờ" in client.get("/people/import/doubts").text
    assert "<button" not in main(client.get(f"/people/import/{old.id}/preview?tab=doubtful").text)


def main(page):
    return page.partition("<main")[2].partition("</main>")[0]


def test_the_province_of_today_sees_what_was_sent_for_the_one_before(client, enter, db):
    make.batch(db, at=area(db, "Tỉnh Thái Bình", day=BEFORE))
    enter()

    assert make.NAME in client.get(PAGE).text


def test_many_files_are_paged_in_few_queries(client, enter, db, sent, count_queries):
    for _ in range(25):
        make.batch(db)
    enter()

    with count_queries() as queries:
        page = client.get(PAGE).text

    assert page.count(f">{make.NAME}<") == 20
    assert "26 tệp" in page
    assert "page=2" in page
    assert len(queries) <= 20
