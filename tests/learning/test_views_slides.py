"""Slides with sound on the lecture page: offered where there are any, with their whole weight."""

import pytest

from elearn import catalogue, learning
from elearn.access import OPERATOR
from tests.learning.players import START
from tests.make import accounts
from tests.make import catalogue as make_catalogue
from tests.make import media as make

PAGE = "/lectures/HV-15"


@pytest.fixture
def version(db, sign_in):
    """A film of a lecture with 8 MB of sound, which she who is signed in may watch."""
    learning.load_rules(db)
    made = make.medium_version(db)
    make.rendition(db, made, "240p", size_bytes=36_000_000)
    make.rendition(db, made, "audio", size_bytes=8_000_000)
    lecture = make_catalogue.lecture(db, "HV-15")
    catalogue.set_medium(db, OPERATOR, lecture, made.medium_id, now=START)
    account = accounts.account(db)
    db.commit()
    sign_in(account)
    return made


@pytest.fixture
def slides(db, version):
    """Three slides of 0.4 MB, the first of which comes back."""
    one, other = (make.stored_file(db, size=400_000, media_type="image/webp") for _ in range(2))
    made = make.slide_set(db, version, 0, 60_000, 90_500, files=[one, other, one])
    made.slides[1].text = "Hội phí thu theo quý"
    db.commit()
    return made


def test_slides_with_sound_weigh_what_both_weigh_and_a_slide_that_comes_back_once(client, slides):
    page = client.get(PAGE).text

    assert "Trang chiếu + tiếng" in page
    assert "8,8 MB" in page


def test_the_lighter_sound_is_offered_to_whoever_can_hear_it(client, db, version, slides):
    make.rendition(db, version, "opus", size_bytes=5_300_000)
    db.commit()

    page = client.get(PAGE).text

    assert page.count("Chỉ tiếng</b>") == 1
    assert 'data-opus-size="6,1 MB"' in page
    assert 'data-opus-size="5,3 MB"' in page


def test_each_slide_leads_to_its_second_and_says_what_stands_on_it(client, slides):
    page = client.get(PAGE).text

    assert 'data-at="90500"' in page
    assert 'alt="Hội phí thu theo quý"' in page
    assert 'alt="Trang chiếu 3"' in page


def test_who_has_chosen_slides_gets_the_first_one_and_the_sound_without_script(client, slides):
    page = client.get(f"{PAGE}?weight=slides").text

    assert f'{slides.slides[0].file.sha256}/slide.webp"' in page.partition("<video")[2][:600]
    assert "/audio.mp4" in page.partition("<source")[2][:300]


def test_who_saves_data_gets_slides_first_and_who_chose_otherwise_does_not(client, slides):
    assert 'value="slides" ' in _checked(client.get(PAGE, headers={"Save-Data": "on"}).text)
    chosen = client.get(f"{PAGE}?weight=240p", headers={"Save-Data": "on"}).text
    assert 'value="240p" ' in _checked(chosen)
    assert 'value="240p" ' in _checked(client.get(PAGE).text)


def test_a_film_with_one_picture_has_no_slides_to_choose(client, db, version):
    make.slide_set(db, version, 0)
    db.commit()

    assert "Trang chiếu + tiếng" not in client.get(PAGE).text


def _checked(page: str) -> str:
    [line] = [one for one in page.splitlines() if 'name="weight"' in one and " checked>" in one]
    return line
