"""The pages that show certificates: signed out, a stranger, and whom they are for."""

import pytest

from elearn.access import Role
from tests.make import accounts as make_accounts
from tests.make import certificates as make
from tests.make import people as make_people

pytestmark = pytest.mark.usefixtures("november")
HUNG_YEN, QUANG_NINH = "Tỉnh Hưng Yên", "Tỉnh Quảng Ninh"


@pytest.mark.parametrize("page", ["", "/mine", "/1", "/1/file", "/1/revoke", "/1/replace"])
def test_who_is_signed_out_is_asked_to_sign_in(client, page):
    assert "/sign-in" in client.get(f"/certificates{page}").location
    assert "/sign-in" in client.get("/classes/1/certificates").location


def test_a_stranger_does_not_learn_that_it_exists(client, enter, drawn):
    enter(Role.ADMINISTRATOR, QUANG_NINH)
    held = drawn.participation.training_class_id

    pages = [f"/certificates/{drawn.id}{page}" for page in ("", "/file", "/revoke", "/replace")]
    for page in (*pages, f"/classes/{held}/certificates"):
        answer = client.get(page)
        assert answer.status_code == 404, page
        assert drawn.full_name not in answer.text, page
    assert drawn.full_name not in client.get("/certificates").text


def test_another_learner_gets_neither_page_nor_file(client, db, sign_in, drawn):
    sign_in(make_accounts.account(db))

    assert client.get(f"/certificates/{drawn.id}").status_code == 404
    assert client.get(f"/certificates/{drawn.id}/file").status_code == 404
    assert client.get("/certificates").status_code == 403
    assert drawn.full_name not in client.get("/certificates/mine").text


def test_a_learner_sees_her_certificate_and_takes_its_file(client, sign_in_holder, drawn):
    page = client.get("/certificates/mine")

    assert "Nguyễn Thị Ngọc Ưỡng" in page.text
    assert "Tải bản PDF, 110 kB" in page.text
    assert f"/c/{drawn.token}" in page.text
    with client.get(f"/certificates/{drawn.id}/file") as file:
        assert (file.status_code, file.mimetype) == (200, "application/pdf")
        told = file.headers["Content-Disposition"]
    assert "filename=chung-chi-0001-2026-cc-hvpn-nguyen-thi-ngoc-uong.pdf" in told
    assert "filename*=UTF-8''Ch%E1%BB%A9ng%20ch%E1%BB%89%200001-2026" in told


def test_while_it_is_printed_the_page_says_so_and_the_file_waits(client, sign_in_holder, issued):
    page = client.get("/certificates/mine")

    assert "đang được in" in page.text
    assert client.get(f"/certificates/{issued.id}/file").status_code == 404
    assert client.get(f"/certificates/{issued.id}").status_code == 200


def test_a_revoked_one_is_kept_with_its_reason_and_without_its_frame(
    client, db, sign_in_holder, issued
):
    make.revoked(db, issued)

    page = client.get("/certificates/mine").text

    assert "Đã bị thu hồi" in page
    assert "Cấp cho người không dự lớp." in page
    assert 'class="deed"' not in page


def test_what_is_coming_is_told_too(client, db, sign_in_holder, holder):
    make.closed_class(db, holder)

    assert "Chờ quyết định" in client.get("/certificates/mine").text


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.INSPECTOR])
def test_those_of_the_province_see_list_page_and_file(client, enter, drawn, role):
    enter(role, HUNG_YEN)

    listed, page = client.get("/certificates?name=uong"), client.get(f"/certificates/{drawn.id}")

    assert "0001/2026/CC-HVPN" in listed.text
    assert "512/QĐ-HVPN, ngày 18/11/2026" in page.text
    with client.get(f"/certificates/{drawn.id}/file") as file:
        assert file.status_code == 200


def test_a_filter_that_means_nothing_is_left_open(client, enter, issued):
    enter(Role.INSPECTOR, HUNG_YEN)

    assert issued.shown_number in client.get("/certificates?year=x&kind=y&state=z&page=0").text


def test_a_name_of_a_thousand_words_is_looked_for_by_its_first(client, enter, issued):
    enter(Role.INSPECTOR, HUNG_YEN)

    assert client.get("/certificates?name=" + "a+" * 1000).status_code == 200


def test_the_next_page_is_asked_for_with_the_filters_and_nothing_else(client, db, enter):
    make.issued(db, make.closed_class(db, *(make_people.person(db) for _ in range(51))))
    enter(Role.INSPECTOR, HUNG_YEN)

    page = client.get("/certificates?kind=certificate&endpoint=x&_external=1")

    assert page.status_code == 200
    assert 'href="/certificates?kind=certificate&amp;page=2"' in page.text


def test_the_list_takes_a_bounded_number_of_queries(client, db, enter, count_queries):
    make.issued(db, make.closed_class(db, *(make_people.person(db) for _ in range(5))))
    enter(Role.ADMINISTRATOR, HUNG_YEN)

    with count_queries() as queries:
        client.get("/certificates")

    assert len(queries) <= 9


def test_ones_own_page_takes_a_bounded_number_of_queries(
    client, db, sign_in_holder, holder, count_queries
):
    for _ in range(3):
        make.certificate(db, holder)
        make.closed_class(db, holder)

    with count_queries() as queries:
        client.get("/certificates/mine")

    assert len(queries) <= 11
