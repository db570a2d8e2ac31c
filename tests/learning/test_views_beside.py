"""Beside the player: the next lecture, saving of data, the size of letters, another browser."""

from typing import Any

import pytest

from elearn import catalogue, learning, media, people
from elearn.learning.rules import LectureProgress, ModuleProgress, ProgrammeProgress
from elearn.learning.rules.following import following
from elearn.learning.rules.seconds import Seconds
from elearn.learning.rules.standing import Standing
from tests.learning.players import START
from tests.make import catalogue as teaching
from tests.make import learning as studying
from tests.make import media as films

PAGE = "/lectures/B-1"
ZALO = {"User-Agent": "Mozilla/5.0 (Linux; Android 12) Chrome/99 Mobile Zalo android/23"}
IPHONE = {"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 16_0) Safari/604 Zalo iOS/22"}


def module(number: int, *lectures: LectureProgress, required: bool = True) -> ModuleProgress:
    return ModuleProgress(number, f"Chuyên đề {number}", required, lectures)


def some(code: str, *, seen: bool = False, playable: bool = True) -> LectureProgress:
    held = Seconds((1 << 100) - 1) if seen else Seconds()
    return LectureProgress(code, code, Standing(held, 100, 80) if playable else None)


@pytest.mark.parametrize(
    ("modules", "next_code"),
    [
        ([module(1, some("a"), some("b"), some("c"))], "b"),
        ([module(1, some("a"), some("b", seen=True), some("c"))], "c"),
        ([module(1, some("a"), some("b", playable=False)), module(2, some("d"))], "d"),
        ([module(1, some("x")), module(2, some("a"))], "x"),
        ([module(1, some("x"), some("a"))], "x"),
        ([module(1, some("a")), module(2, some("e"), required=False)], None),
        ([module(1, some("a"), some("e"), required=False), module(2, some("d"))], "e"),
        ([module(1, some("a"), some("b", seen=True))], None),
        ([module(1, some("x"))], None),
    ],
)
def test_after_a_lecture_comes_what_she_has_not_seen(modules, next_code):
    found = following(ProgrammeProgress("P", "P", 0, tuple(modules)), "a")

    assert (found.code if found else None) == next_code


@pytest.fixture
def lectures(db) -> list[catalogue.Lecture]:
    """Three lectures of one module, the first with slides."""
    learning.load_rules(db)
    made = [films.playable(db) for _ in range(3)]
    slides = films.slide_set(db, films.medium_version(db), 0, 5000)
    slides.version_id = made[0].version_id
    found = [
        teaching.lecture(db, f"B-{number}", medium_id=film.medium_id, title=f"Bài số {number}")
        for number, film in enumerate(made, 1)
    ]
    db.commit()
    return found


@pytest.fixture
def learner(enter, lectures) -> Any:
    return enter()


def offered(page: str) -> str:
    """Return what is offered as the next lecture."""
    _, _, rest = page.partition("data-next-link")
    return rest.partition("<b>")[2].partition("</b>")[0]


def test_the_next_of_her_programme_is_offered(client, db, learner, lectures):
    person = people.person_by_id(db, learner.person_id)
    version = teaching.programme(db, modules=[teaching.module(db, lectures=lectures)])
    learning.enrol(db, person, version, now=START)
    db.commit()

    assert offered(client.get(PAGE).text) == "Bài số 2"

    [second] = [one for one in lectures if one.code == "B-2"]
    studying.watched(db, person, learning_film(db, second))
    db.commit()
    assert offered(client.get(PAGE).text) == "Bài số 3"


def test_whoever_takes_no_programme_is_offered_the_next_of_the_module(
    client, db, learner, lectures
):
    teaching.module(db, lectures=lectures)
    db.commit()

    assert offered(client.get(PAGE).text) == "Bài số 2"
    assert "data-next" not in client.get("/lectures/B-3").text


def learning_film(db, lecture):
    return media.playable_of(db, lecture.medium_id)


def checked(page: str) -> str:
    """Return the way of watching that is chosen."""
    [line] = [one for one in page.splitlines() if 'name="weight"' in one and " checked>" in one]
    return line.partition('value="')[2].partition('"')[0]


def test_saving_data_is_remembered_and_chooses_what_is_light_and_can_be_read(client, learner):
    client.set_cookie("weight", "480p")
    assert checked(client.get(PAGE).text) == "480p"

    client.get(f"{PAGE}?saver=on")
    page = client.get(PAGE).text

    assert checked(page) == "slides"
    assert 'data-saving="on" data-chose-saving="yes"' in page
    assert "poster=" not in page
    assert checked(client.get(f"{PAGE}?weight=480p").text) == "480p"
    assert checked(client.get("/lectures/B-2").text) == "240p"


@pytest.mark.parametrize("sign", ["header", "line"])
def test_a_dear_or_slow_line_is_guessed_until_somebody_chooses(client, learner, sign):
    headers = {"Save-Data": "on"} if sign == "header" else {}
    if sign == "line":
        client.set_cookie("slow_line", "yes")

    assert 'data-saving="on" data-chose-saving="no"' in client.get(PAGE, headers=headers).text

    client.get(f"{PAGE}?saver=off")
    assert 'data-saving="off" data-chose-saving="yes"' in client.get(PAGE, headers=headers).text


@pytest.mark.parametrize("path", [PAGE, "/account"])
def test_letters_are_made_larger_by_a_link_on_the_page(client, learner, path):
    page = client.get(path).text
    assert "data-text" not in page.partition("<body")[0]
    assert f'href="{path}?letters=larger"' in page

    client.get(f"{path}?letters=larger")
    assert '<html lang="vi" data-text="larger">' in client.get("/account").text

    client.get(f"{path}?letters=normal")
    assert "data-text" not in client.get("/account").text.partition("<body")[0]


@pytest.mark.parametrize(
    ("device", "button"), [(ZALO, "Mở bằng Chrome"), (IPHONE, "Mở ở trình duyệt khác")]
)
def test_within_a_messenger_another_browser_is_offered(client, learner, device, button):
    page = client.get(PAGE, headers=device).text

    assert 'data-within="app"' in page
    assert button in page
    assert " download" not in page  # A file to save, which such a browser cannot.
    assert "data-within" not in client.get(PAGE).text
