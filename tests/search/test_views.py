import pytest

from elearn import learning
from elearn.access import Role
from elearn.db import changed
from tests.make import accounts, catalogue, media, people
from tests.make.catalogue import LONG_AGO


@pytest.fixture
def learner(db):
    return accounts.account(db, people.person(db))


@pytest.fixture
def taught(db, follow):
    """A lecture with a film that says something, in a module of a programme; and the index."""
    version = media.medium_version(db)
    for name in ("240p", "audio"):
        media.rendition(db, version, name)
    said = "00:01:05.000 --> 00:01:09.000\nChuyện &lt;hai&gt; nhà ở xóm Đình.\n"
    media.caption(db, version, text=f"WEBVTT\n\n{said}")
    lecture = catalogue.lecture(
        db, "BG-01", medium_id=version.medium_id, title="Hòa giải ở cơ sở", body="1 < 2 & *hai*"
    )
    module = catalogue.module(db, "CD-1", [lecture], title="Chuyên đề hòa giải")
    catalogue.module(db, "CD-2", title="Hòa giải khác")
    catalogue.programme(db, "CT-1", [module], title="Chương trình hòa giải cho chi hội trưởng")
    follow()
    return lecture


@pytest.fixture
def page(client, sign_in, learner):
    """`page("hoa giai")` is what a learner is shown for these words."""
    sign_in(learner)

    def look(text, at="/search"):
        answer = client.get(at, query_string={"q": text} if text else None)
        assert answer.status_code == 200
        return answer.text

    return look


def test_who_is_signed_out_is_led_to_signing_in(client):
    answer = client.get("/search?q=hoa")

    assert answer.status_code == 303
    assert "/sign-in" in answer.location


def test_without_words_there_is_only_the_field(page, taught):
    shown = page("")

    assert 'name="q"' in shown
    assert "Không thấy" not in shown


def test_what_is_found_stands_in_its_groups(page, taught):
    shown = page("hoa giai")

    assert '<a class="thing bare" href="/lectures/BG-01">' in shown
    assert "<mark>Hòa giải</mark> ở cơ sở" in shown
    assert 'href="/programmes/CT-1#CD-1">Chương trình hòa giải cho chi hội trưởng</a>' in shown
    assert "Chưa nằm trong chương trình nào" in shown
    assert '<a class="thing bare" href="/programmes/CT-1">' in shown


def test_what_is_said_leads_to_its_second(page, taught):
    shown = page("chuyen hai nha")

    assert '<a class="cue" href="/lectures/BG-01?t=65"><time>1:05</time>' in shown
    assert "<mark>Chuyện</mark> &lt;<mark>hai</mark>&gt; <mark>nhà</mark>" in shown


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.ADMINISTRATOR, Role.INSPECTOR])
def test_it_is_for_everybody_signed_in(page, db, learner, taught, role):
    accounts.role_grant(db, learner, role)

    assert "BG-01" in page("hoa giai")


def test_raw_telex_is_told(page, taught):
    shown = page("hoaf giair")

    assert "Không thấy “hoaf giair”. Đây là kết quả cho <b>“hòa giải”</b>." in shown


def test_where_nothing_is_found_a_guess_leads_on(page, taught):
    shown = page("hoa giaix xyzt co so")

    assert "Không thấy “hoa giaix xyzt co so”." in shown
    assert 'href="/search?q=h%C3%B2a+gi%E1%BA%A3i+c%C6%A1+s%E1%BB%9F"' in shown
    assert "“hòa giải cơ sở”</a>?" in shown


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><b>x', "\0\ud7ff", "%" * 900])
def test_what_is_typed_is_shown_as_text(page, taught, text):
    shown = page(text)

    assert "<script>alert" not in shown
    assert "<b>x" not in shown


def test_before_there_is_an_index_titles_are_found_and_it_is_said(page, db):
    catalogue.lecture(db, "BG-01", title="Hòa giải ở cơ sở")

    shown = page("hoa giai")

    assert "Phần tìm kiếm đang được chuẩn bị." in shown
    assert 'href="/lectures/BG-01"' in shown


def test_a_spoilt_index_is_told_and_made_anew(page, taught, shelf, follow):
    for path in shelf.current().glob("*.toc"):
        path.unlink()

    assert "Phần tìm kiếm đang được chuẩn bị." in page("hoa giai")
    assert follow()
    assert "Phần tìm kiếm đang được chuẩn bị." not in page("hoa giai")


def test_a_folder_thrown_away_is_survived(page, taught, shelf, follow):
    shelf.folder.rename(shelf.folder.with_name("gone"))

    assert 'href="/lectures/BG-01"' in page("hoa giai")
    follow()
    assert "đang được chuẩn bị" not in page("hoa giai")


def test_the_number_of_queries_does_not_grow(page, db, taught, follow, count_queries):
    page("hoa giai")
    with count_queries() as few:
        page("hoa giai")
    for number in range(2, 12):
        lecture = catalogue.lecture(db, f"BG-{number:02}", title=f"Hòa giải {number}")
        catalogue.module(db, f"CD-{number:02}", [lecture], title=f"Hòa giải {number}")
        changed(db, "lecture", lecture.code, now=LONG_AGO)
        changed(db, "module", f"CD-{number:02}", now=LONG_AGO)
    follow()

    with count_queries() as many:
        shown = page("hoa giai")

    assert "BG-11" in shown
    assert len(many) == len(few)


def test_every_page_leads_to_the_search(client, sign_in, learner):
    sign_in(learner)

    assert 'href="/search" aria-label="Tìm bài giảng"' in client.get("/").text


@pytest.mark.parametrize(
    ("asked", "position"), [("65", "65"), ("0", "0"), ("600", "0"), ("-1", "0"), ("x", "0")]
)
def test_a_link_into_a_film_begins_there_with_and_without_script(page, db, taught, asked, position):
    learning.load_rules(db)

    shown = page("", at=f"/lectures/BG-01?t={asked}")

    assert f'data-position="{position}"' in shown
    assert (f'#t={position}" type="video/mp4"' in shown) is (asked in ("65", "0"))
