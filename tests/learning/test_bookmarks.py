"""Bookmarks: made, reworded and dropped by whoever's they are, and found again in a newer film."""

from typing import Any

import pytest
from sqlalchemy import select

from elearn import catalogue, learning, media
from elearn.access import OPERATOR
from elearn.learning.models import Bookmark
from elearn.learning.rules.bookmarks import MOST, carried
from elearn.learning.rules.places import second_meant
from elearn.media import Change, Earlier, Playable, Replacement, ReplacementPolicy
from tests.learning.players import START
from tests.make import catalogue as teaching
from tests.make import media as films

PAGE = "/lectures/HV-32"
PARTS, STAYS = ReplacementPolicy.ONLY_NEW_PARTS, ReplacementPolicy.STAYS_VALID


def film(*earlier: Earlier, version: int = 3, seconds: int = 620) -> Playable:
    return Playable(1, version, seconds, (), (), earlier=earlier)


def replaced(policy: ReplacementPolicy, *changes: Change, version: int = 2) -> Earlier:
    return Earlier(version, 600, Replacement(policy, START, changes=changes))


@pytest.fixture
def lecture(db) -> catalogue.Lecture:
    learning.load_rules(db)
    made = teaching.lecture(db, "HV-32")
    catalogue.set_medium(db, OPERATOR, made, films.playable(db).medium_id, now=START)
    db.commit()
    return made


@pytest.fixture
def learner(enter, lecture) -> Any:
    return enter()


@pytest.fixture
def marked(client, db, learner) -> Bookmark:
    """A place that was marked by form, as a browser without script does."""
    answer = client.post(f"{PAGE}/bookmarks", data={"at": "1:35", "note": " Hỏi  lại cô Hoa "})
    assert answer.location == f"{PAGE}#bookmarks"
    made: Bookmark = db.scalars(select(Bookmark)).one()
    return made


@pytest.mark.parametrize(
    ("typed", "second"),
    [
        ("12:30", 750),
        ("1:02:05", 3725),
        ("95", 95),
        (" 0:09 ", 9),
        ("12:75", None),
        ("", None),
        ("a", None),
    ],
)
def test_a_place_is_typed_as_a_clock_shows_it(typed, second):
    assert second_meant(typed) == second


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (50, (50, True)),  # Before what changed.
        (110, (100, False)),  # Within it: to its beginning.
        (300, (320, True)),  # After it: moved by what it grew.
    ],
)
def test_a_place_moves_with_the_parts_that_stayed(second, found):
    shown = film(replaced(PARTS, Change((100, 120), (100, 140))))

    assert carried(second, 2, shown, shown) == found


def test_where_nobody_said_what_changed_a_place_is_looked_for_at_the_same_moment():
    shown = film(replaced(STAYS), seconds=200)

    assert carried(100, 2, shown, shown) == (100, False)
    assert carried(500, 2, shown, shown) == (199, False)
    assert carried(100, 3, shown, shown) == (100, True)


def test_a_place_marked_in_the_newer_film_is_not_sure_in_the_older():
    newest = film(replaced(STAYS))
    older = film(version=2, seconds=600)

    assert carried(610, 3, older, newest) == (599, False)


def test_a_bookmark_stands_on_the_page_with_its_words(client, marked):
    page = client.get(PAGE).text

    assert "<time>1:35</time><span>Hỏi lại cô Hoa</span>" in page
    assert f'href="{PAGE}?t=95"' in page


def test_a_script_is_told_the_list_anew(client, learner):
    answer = client.post(
        f"{PAGE}/bookmarks", data={"at": "0:07"}, headers={"Accept": "application/json"}
    )

    assert "<time>0:07</time>" in answer.json["list"]


def test_the_same_place_with_the_same_words_is_marked_once(client, db, marked):
    client.post(f"{PAGE}/bookmarks", data={"at": "1:35", "note": "Hỏi lại cô Hoa"})

    assert len(db.scalars(select(Bookmark)).all()) == 1


@pytest.mark.parametrize(
    "wrong", [{"at": ""}, {"at": "10:00"}, {"at": "0:01", "note": "a" * 301}, {"note": "x"}]
)
def test_what_is_no_place_in_the_film_is_refused(client, db, learner, wrong):
    assert client.post(f"{PAGE}/bookmarks", data=wrong).status_code == 400
    assert db.scalars(select(Bookmark)).all() == []


def test_there_is_a_most(client, db, learner, lecture):
    version = media.playable_of(db, lecture.medium_id).version_id
    one = {"person_id": learner.person_id, "medium_version_id": version, "made_at": START}
    db.add_all(Bookmark(second=second, note="", **one) for second in range(MOST))
    db.commit()

    assert client.post(f"{PAGE}/bookmarks", data={"at": "9:59"}).status_code == 409


def test_its_words_are_changed_and_it_is_dropped(client, db, marked):
    address = f"{PAGE}/bookmarks/{marked.id}"

    client.post(address, data={"note": "Đã hỏi"})
    assert db.scalars(select(Bookmark.note)).all() == ["Đã hỏi"]

    client.post(f"{address}/delete")
    assert db.scalars(select(Bookmark)).all() == []


@pytest.mark.parametrize("act", ["", "/delete"])
def test_a_stranger_has_no_hand_in_it(client, db, marked, enter, act):
    enter()

    assert client.post(f"{PAGE}/bookmarks/{marked.id}{act}").status_code == 404
    assert "Hỏi lại cô Hoa" not in client.get(PAGE).text
    assert db.scalars(select(Bookmark.note)).all() == ["Hỏi lại cô Hoa"]


def test_whoever_is_signed_out_is_asked_to_sign_in(client, lecture):
    assert client.post(f"{PAGE}/bookmarks", data={"at": "0:01"}).location.startswith("/sign-in")


def test_a_bookmark_is_made_in_the_version_her_page_shows(client, db, learner, lecture):
    old = media.playable_of(db, lecture.medium_id)
    medium = db.get_one(media.Medium, lecture.medium_id)
    newer = films.medium_version(db, medium, number=2)
    films.rendition(db, newer, "240p")
    films.release(db, newer)
    db.commit()

    client.post(f"{PAGE}/bookmarks", data={"at": "0:05", "version": old.version_id})
    client.post(f"{PAGE}/bookmarks", data={"at": "0:06"})

    kept = db.scalars(select(Bookmark.medium_version_id).order_by(Bookmark.second)).all()
    assert kept == [old.version_id, newer.id]
    assert "có thể lệch" in client.get(PAGE).text
