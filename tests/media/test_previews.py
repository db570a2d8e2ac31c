"""Links for reviewers without an account: what they show, until when, and what is noted of it."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select

from elearn import clock, learning, storage
from elearn.access import Role
from elearn.audit import AuditEntry
from elearn.errors import NotFound
from elearn.media import previews
from elearn.media.models import Preview, Slide, SlideSet, VersionState
from elearn.media.rules import SlideOrigin
from elearn.media.rules.previews import files_until
from tests.make import accounts
from tests.make import media as make

CONTENT = b"the film" * 100
NOW = clock.now()


@pytest.fixture
def instructor(db):
    account = accounts.account(db)
    accounts.role_grant(db, account, Role.INSTRUCTOR)
    return account


@pytest.fixture
def film(db, store, tmp_path, instructor):
    """A version with a picture and sound, captions and a poster; its bytes lie in the store."""
    path = tmp_path / "film.mp4"
    path.write_bytes(CONTENT)
    file = storage.remember(db, store, path, media_type="video/mp4", now=NOW)
    medium = make.medium(db, title="Điều lệ Hội", created_by_id=instructor.person_id)
    version = make.medium_version(db, medium, poster_id=file.id)
    for name in ("480p", "240p", "audio"):
        make.rendition(db, version, name, file_id=file.id)
    make.caption(db, version)
    db.commit()
    return version


@pytest.fixture
def link(db, film, instructor, settings):
    """`link(days=7)` is the address of a new link to the film."""

    def link(days=7, **values):
        facts = {"created_by_id": instructor.person_id, "created_at": NOW - timedelta(days=2)}
        made = Preview(
            version_id=film.id,
            note="Chị Hoa, Ban Tuyên giáo",
            **{**facts, "expires_at": NOW + timedelta(days=days), **values},
        )
        db.add(made)
        db.commit()
        return f"/media/previews/{previews.word_of(settings.secret_key, made.id)}"

    return link


def test_who_has_a_link_sees_the_film_without_an_account(client, link):
    page = client.get(link())

    assert page.status_code == 200
    assert "Điều lệ Hội" in page.text
    assert "Chào các chị." in page.text
    assert "Chị Hoa" not in page.text
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    source = page.text.partition('<source src="')[2].partition('"')[0]
    assert client.get(source, follow_redirects=True, buffered=True).data == CONTENT


def test_the_lightest_picture_is_played_unless_another_weight_is_chosen(client, link):
    address = link()

    assert "/240p.mp4" in client.get(address).text
    assert "/480p.mp4" in client.get(f"{address}?weight=480p").text
    assert "/240p.mp4" in client.get(f"{address}?weight=none").text


def test_the_slides_are_shown_by_signed_addresses(client, link, db, film):
    shown = SlideSet(version_id=film.id, number=1, size_bytes=800, made_at=NOW)
    for number, at_ms in ((1, 0), (2, 40_000)):
        facts = {"number": number, "at_ms": at_ms, "origin": SlideOrigin.FOUND}
        shown.slides.append(Slide(file_id=film.poster_id, **facts))
    db.add(shown)
    db.commit()

    page = client.get(link()).text

    assert page.count('<img loading="lazy"') == 2
    assert "/slide-2.webp" in page


@pytest.mark.parametrize(
    "values",
    [
        {"expires_at": NOW - timedelta(seconds=1)},
        {"taken_back_at": NOW - timedelta(hours=1)},
    ],
)
def test_a_link_that_holds_no_longer_shows_nothing(client, link, instructor, values):
    if "taken_back_at" in values:
        values = {**values, "taken_back_by_id": instructor.person_id}

    answer = client.get(link(**values))

    assert answer.status_code == 404
    assert "không còn dùng được" in answer.text
    assert "/media/permits/" not in answer.text


def test_no_letter_of_a_link_can_be_changed(client, link):
    address = link()
    start = len("/media/previews/")

    for place in range(start, len(address)):
        other = "A" if address[place] != "A" else "B"
        with pytest.raises(NotFound):
            previews.read("a secret", address[start:place] + other + address[place + 1 :])
    for altered in (address[:-1], address + "A", address[:-1] + "=", address[:-1] + "é"):
        assert client.get(altered).status_code == 404


@pytest.mark.usefixtures("still")
def test_opening_is_noted_once_an_hour_and_nothing_is_counted_as_watched(client, link, db):
    address = link()
    for _ in range(3):
        client.get(address)

    opened = db.scalars(select(AuditEntry).where(AuditEntry.action == "media.preview_opened"))
    assert [entry.person_id for entry in opened] == [None]
    assert db.scalars(select(learning.WatchSession)).all() == []


def test_the_page_of_a_link_asks_few_questions(client, link, count_queries):
    address = link()
    client.get(address)

    with count_queries() as queries:
        client.get(address)

    assert len(queries) <= 10


@pytest.fixture
def page(film):
    return f"/media/versions/{film.id}/previews"


def test_links_are_made_and_taken_back_by_whoever_owns_the_film(
    client, page, sign_in, instructor, db
):
    sign_in(instructor)
    made = client.post(page, data={"note": "Chị Hoa", "days": 7}, follow_redirects=True)
    preview = db.scalars(select(Preview)).one()
    word = made.text.partition("/media/previews/")[2].partition('"')[0]
    assert "Đã tạo đường dẫn" in made.text
    assert client.get(f"/media/previews/{word}").status_code == 200

    client.post(f"/media/previews/{preview.id}/taking-back")

    db.refresh(preview)
    assert preview.taken_back_by_id == instructor.person_id
    assert client.get(f"/media/previews/{word}").status_code == 404
    acts = db.scalars(select(AuditEntry.action).where(AuditEntry.action.like("media.preview%")))
    assert sorted(acts) == [
        "media.preview_made",
        "media.preview_opened",
        "media.preview_taken_back",
    ]


@pytest.mark.parametrize("data", [{"note": "", "days": 7}, {"note": "Chị Hoa", "days": 365}])
def test_a_link_is_for_somebody_and_for_days_that_are_offered(
    client, page, sign_in, instructor, data
):
    sign_in(instructor)

    answer = client.post(page, data=data)

    assert answer.status_code == 422


def test_of_a_film_that_is_not_ready_there_is_no_link(client, db, sign_in, instructor):
    medium = make.medium(db, created_by_id=instructor.person_id)
    version = make.medium_version(db, medium, state=VersionState.WAITING)
    db.commit()
    sign_in(instructor)
    address = f"/media/versions/{version.id}/previews"

    assert "Video chưa sẵn sàng" in client.get(address).text
    assert client.post(address, data={"note": "Chị Hoa", "days": 7}).status_code == 409


def test_strangers_neither_see_nor_make_nor_take_back_links(client, page, link, sign_in, db):
    link()
    stranger = accounts.account(db)
    accounts.role_grant(db, stranger, Role.INSTRUCTOR)
    preview = db.scalars(select(Preview)).one()
    sign_in(stranger)

    asked = [
        client.get(page),
        client.post(page, data={"note": "Tôi", "days": 7}),
        client.post(f"/media/previews/{preview.id}/taking-back"),
    ]

    assert [answer.status_code for answer in asked] == [403, 403, 403]


def test_who_is_not_signed_in_is_asked_to(client, page):
    answers = [client.get(page), client.post(page), client.post("/media/previews/1/taking-back")]

    assert all("sign-in" in answer.location for answer in answers)


def test_files_of_a_page_stay_open_for_two_hours_at_most_and_never_longer_than_the_link():
    half_past = NOW.replace(minute=30, second=0, microsecond=0)
    until = partial(files_until, half_past)

    assert until(NOW + timedelta(days=7)) == half_past + timedelta(minutes=90)
    assert until(half_past + timedelta(minutes=5)) == half_past + timedelta(minutes=5)
