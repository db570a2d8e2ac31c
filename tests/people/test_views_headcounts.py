"""The page of declared numbers: a stranger, a reader, and who writes them down."""

import pytest
from sqlalchemy import select

from elearn.access import Role
from elearn.people import Headcount
from tests.make import accounts as make_accounts
from tests.make import headcounts as make
from tests.make import people as make_people
from tests.make.areas import BEFORE, area

PAGE = "/people/headcounts?group=branch_head&as_of=2026-06-30"
COMMUNE = f"{PAGE}&page=3"  # That of Xã Hưng Hà among the 104 of the province.


@pytest.fixture
def commune(db):
    return area(db)


@pytest.fixture
def declared(db, commune):
    """What a commune of the province declared for the day and half a year before."""
    make.headcount(db, commune, 30, make.DAY.replace(year=2025), source="BC 1")
    return make.headcount(db, commune, 35, source="BC 12")


@pytest.fixture
def rows(db):
    """Return the numbers that hold, by area."""

    def rows():
        found = db.scalars(select(Headcount).where(Headcount.is_current()))
        return {row.area_id: (row.number, row.source) for row in found if row.as_of == make.DAY}

    return rows


@pytest.fixture
def entered(enter):
    """The administrator of the province is signed in."""
    enter()


def test_signed_out_one_is_asked_to_sign_in(client):
    assert "/sign-in" in client.get(PAGE).location
    assert "/sign-in" in client.post(PAGE).location


def test_a_learner_has_no_such_page(client, enter):
    enter(Role.LEARNER)

    assert client.get(PAGE).status_code == 403


def test_a_province_sees_itself_and_its_communes_and_no_other(client, enter, declared):
    enter()
    page = client.get(COMMUNE)

    assert "Toàn tỉnh Hưng Yên" in client.get(PAGE).text
    assert "Chi hội trưởng phụ nữ, số liệu ngày 30/06/2026" in page.text
    assert 'value="35"' in page.text
    assert 'value="BC 12"' in page.text
    assert "30 <small>ngày 30/06/2025</small>" in page.text
    assert "Phường Hạ Long" not in page.text
    other = client.get(f"{PAGE}&area=Tỉnh Quảng Ninh")
    assert other.status_code == 404
    assert "phạm vi anh/chị được xem" in other.text


def test_the_roster_stands_beside_the_number(db, client, enter, declared):
    make_people.tenure(db, post="branch_head")
    enter()

    assert "1<small>còn thiếu 34</small>" in client.get(COMMUNE).text


def test_the_country_shows_its_provinces_and_an_old_day_its_districts(client, enter):
    enter(Role.CENTRAL, "Việt Nam")

    pages = [client.get(f"{PAGE}&page={number}").text for number in (1, 2, 3, 99)]
    assert [page.count('inputmode="numeric" name="n') for page in pages] == [13, 12, 10, 10]
    assert "25–34 trên 34 địa bàn" in pages[-1]
    old = "/people/headcounts?as_of=31/12/2024&area=Tỉnh Thái Bình"
    assert "Huyện Hưng Hà" in client.get(old).text


@pytest.mark.parametrize(
    "who", [(Role.INSPECTOR, "Tỉnh Hưng Yên"), (Role.ADMINISTRATOR, "Xã Hưng Hà")]
)
def test_who_does_not_decide_reads_and_writes_nothing(client, enter, declared, who):
    enter(*who)
    page = client.get(PAGE).text

    assert "không ghi được số ở đây" in page
    assert 'name="n' not in page
    assert client.post(PAGE, data={f"n{declared.area_id}": "1"}).status_code == 403


@pytest.mark.usefixtures("entered")
def test_numbers_are_written_changed_and_taken_back(db, client, declared, commune, rows):
    other, third = area(db, "Phường Phố Hiến"), area(db, "Xã Tiên Lữ", within="Tỉnh Hưng Yên")
    sent = {
        f"n{commune.id}": "1.037",
        f"was{commune.id}": str(declared.id),
        f"s{commune.id}": "BC 12",
        f"none{other.id}": "y",
        f"n{third.id}": "9",
        "source": "BC 14",
    }

    answer = client.post(PAGE, data=sent, follow_redirects=True)

    assert "Đã ghi số của 3 nơi." in answer.text
    assert rows() == {
        commune.id: (1037, "BC 12"),
        other.id: (None, "BC 14"),
        third.id: (9, "BC 14"),
    }
    cleared = {f"n{third.id}": "", f"none{other.id}": "y"}
    again = client.post(PAGE, data=cleared, follow_redirects=True)
    assert "Đã bỏ số của 1 nơi." in again.text
    assert third.id not in rows()


@pytest.mark.usefixtures("entered")
def test_a_line_of_the_page_that_was_not_sent_is_left_as_it_is(db, client, commune, rows):
    silent = area(db, "Xã Ái Quốc", within="Tỉnh Hưng Yên")  # The first of the page.
    client.post(PAGE, data={f"none{silent.id}": "y", "source": "BC 1"})

    client.post(PAGE, data={f"n{commune.id}": "5"})

    assert rows() == {silent.id: (None, "BC 1"), commune.id: (5, None)}


def test_nothing_changed_is_said(client, enter, declared, commune):
    enter()
    sent = {f"n{commune.id}": "35", f"s{commune.id}": "BC 12", f"was{commune.id}": declared.id}

    assert "Không có gì thay đổi" in client.post(PAGE, data=sent, follow_redirects=True).text


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"n": "mười"}, "bằng chữ số"),
        ({"n": "5", "none": "y"}, "không cả hai"),
        ({"n": "5", "s": "x" * 201}, "Dài nhất 200 ký tự"),
    ],
)
@pytest.mark.usefixtures("entered")
def test_what_is_wrong_is_told_beside_its_line_and_nothing_is_lost(
    db, client, commune, sent, words
):
    other = area(db, "Phường Phố Hiến")
    lines = {f"{name}{commune.id}": value for name, value in sent.items()} | {f"n{other.id}": "44"}

    answer = client.post(PAGE, data=lines)

    assert answer.status_code == 422
    assert words in answer.text
    assert "Còn 1 chỗ cần sửa" in answer.text
    assert 'value="44"' in answer.text
    assert f'value="{sent["n"]}"' in answer.text
    assert db.scalars(select(Headcount)).all() == []


def test_what_somebody_else_wrote_meanwhile_is_shown_and_not_undone(
    client, enter, declared, commune, rows
):
    enter()
    mine = {f"n{commune.id}": "40", f"was{commune.id}": ""}

    refused = client.post(PAGE, data=mine)

    assert refused.status_code == 422
    assert "Người khác vừa ghi: 35" in refused.text
    assert f'name="was{commune.id}" value="{declared.id}"' in refused.text
    client.post(PAGE, data=mine | {f"n{commune.id}": ""})
    assert rows() == {commune.id: (35, "BC 12")}
    client.post(PAGE, data=mine | {f"was{commune.id}": declared.id})
    assert rows()[commune.id][0] == 40


@pytest.mark.parametrize(
    ("query", "words", "status"),
    [
        ("as_of=31/12/2099", "Chọn một ngày từ", 422),
        ("as_of=01/01/0001", "Chọn một ngày từ", 422),
        ("as_of=hôm qua", "Không có ngày này", 422),
        ("group=nobody", "Số người theo địa bàn", 200),
        ("area=Nơi Không Có", "Không có đơn vị hành chính nào", 404),
    ],
)
def test_what_cannot_be_asked_is_told_beside_its_field(client, enter, query, words, status):
    enter()
    page = client.get(f"/people/headcounts?{query}")

    assert page.status_code == status
    assert words in page.text


def test_a_province_takes_few_queries(client, enter, declared, count_queries):
    enter()
    with count_queries() as queries:
        client.get(PAGE)

    assert len(queries) <= 26


@pytest.mark.usefixtures("entered")
def test_another_page_is_opened_by_writing_down_this_one(db, client, rows):
    first = area(db, "Xã Ái Quốc", within="Tỉnh Hưng Yên")
    page = client.get(PAGE).text
    assert "1–12 trên 104 địa bàn" in page
    assert 'name="to" value="9"' in page

    answer = client.post(PAGE, data={f"n{first.id}": "7", "source": "BC 1", "to": "2"})

    assert "page=2" in answer.location
    assert rows() == {first.id: (7, "BC 1")}
    second = client.get(answer.location).text
    assert "Đã ghi số của 1 nơi." in second
    assert 'value="BC 1"' in second  # The paper holds for all pages.
    unchanged = client.post(PAGE, data={"to": "3"}, follow_redirects=True)
    assert "Không có gì thay đổi" not in unchanged.text
    assert "25–36 trên 104 địa bàn" in unchanged.text


@pytest.mark.usefixtures("entered")
def test_a_wrong_line_keeps_its_page_and_what_was_typed_on_it(db, client, commune, rows):
    neighbour = area(db, "Phường Hồng Châu", within="Tỉnh Hưng Yên")
    typed = {
        f"n{commune.id}": "mười",
        f"s{neighbour.id}": "BC 3",
        f"none{neighbour.id}": "y",
        "source": "BC 9",
        "to": "4",
    }

    answer = client.post(COMMUNE, data=typed)

    assert answer.status_code == 422
    assert "25–36 trên 104 địa bàn" in answer.text
    assert all(f'value="{words}"' in answer.text for words in ("mười", "BC 3", "BC 9"))
    assert answer.text.count(" checked ") + answer.text.count(" checked>") == 1
    assert rows() == {}


def test_who_only_reads_goes_from_page_to_page(client, enter):
    enter(Role.INSPECTOR)

    page = client.get(PAGE).text

    assert 'name="to"' not in page
    assert "page=2" in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_has_no_page_of_another_province(client, enter, method):
    enter(place="Tỉnh Quảng Ninh")

    answer = getattr(client, method)(f"{PAGE}&area=33&page=2")

    assert answer.status_code == 404


def test_who_was_given_a_province_that_is_no_more_has_its_page_on_its_days(db, client, sign_in):
    account = make_accounts.account(db)
    given = area(db, "Tỉnh Thái Bình", day=BEFORE)
    make_accounts.role_grant(db, account, Role.ADMINISTRATOR, area_id=given.id)
    sign_in(account)
    then = "/people/headcounts?as_of=31/12/2024"

    page = client.get(then)

    assert "Toàn tỉnh Thái Bình" in page.text
    assert "Ghi số người" in page.text
    assert client.get(f"{then}&area=Tỉnh Hưng Yên").status_code == 404
