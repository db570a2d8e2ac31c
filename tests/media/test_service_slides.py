"""Slides corrected: every correction is a set of its own, and nobody overwrites another's."""

import pytest

from elearn import clock
from elearn.access import OPERATOR, Actor
from elearn.errors import Conflict, Forbidden
from elearn.jobs import job_by_key
from elearn.media import queries, service
from elearn.media.models import DeckState
from elearn.media.rules import SlideFacts, SlideOrigin, SlidesWeight
from elearn.media.service import Correction, DeckUpload
from elearn.storage import Kept
from tests.make import media as make

FOUND = SlideOrigin.FOUND


@pytest.fixture
def version(db):
    return make.medium_version(db, seconds=60)


def kept(letter, size=100):
    return Kept(letter * 64, size)


def times(db, version):
    return [one.at_ms for one in queries.slides_shown(db, version.id)]


def test_what_was_found_is_shown_and_a_slide_that_comes_back_weighs_once(db, version):
    found = [(0, kept("a", 40)), (5000, kept("b", 30)), (9000, kept("a", 40))]

    service.publish_slides(db, version, found, now=clock.now())

    assert queries.slides_weights(db, [version.id]) == {version.id: SlidesWeight(3, 70)}
    assert [(one.at_ms, one.sha256[0]) for one in queries.slides_shown(db, version.id)] == [
        (0, "a"),
        (5000, "b"),
        (9000, "a"),
    ]


def test_a_film_without_slides_has_none(db, version):
    service.publish_slides(db, version, [], now=clock.now())

    assert queries.slide_set_of(db, version.id) is None
    assert queries.slides_shown(db, version.id) == []


def test_a_correction_leaves_the_slides_somebody_is_just_watching(db, version):
    first = make.slide_set(db, version, 0, 5000)
    new = [first.slides[0].facts]

    service.correct_slides(db, OPERATOR, version, Correction(1, new), now=clock.now())

    db.expire_all()
    assert times(db, version) == [0]
    assert [one.at_ms for one in queries.slide_set_by_number(db, version.id, 1).slides] == [0, 5000]


def test_who_was_overtaken_is_told_and_nothing_is_lost(db, version):
    first = make.slide_set(db, version, 0, 5000)
    facts = [one.facts for one in first.slides]
    service.correct_slides(db, OPERATOR, version, Correction(1, facts[:1]), now=clock.now())

    with pytest.raises(Conflict, match="vừa được sửa ở nơi khác"):
        service.correct_slides(db, OPERATOR, version, Correction(1, facts), now=clock.now())

    assert times(db, version) == [0]


def test_slides_are_shown_again_as_they_once_stood(db, version):
    first = make.slide_set(db, version, 0, 5000)
    new = [first.slides[0].facts]
    service.correct_slides(db, OPERATOR, version, Correction(1, new), now=clock.now())

    service.restore_slides(db, OPERATOR, version, 1, now=clock.now())

    assert times(db, version) == [0, 5000]
    assert [one.number for one in queries.editions_of(db, version.id)] == [3, 2, 1]


def test_a_stranger_corrects_nothing(db, version):
    make.slide_set(db, version, 0, 5000)
    stranger = Actor(1)
    wanted = Correction(1, [SlideFacts(0, 1, FOUND)])

    with pytest.raises(Forbidden):
        service.correct_slides(db, stranger, version, wanted, now=clock.now())
    with pytest.raises(Forbidden):
        service.find_slides(db, stranger, version, now=clock.now())
    with pytest.raises(Forbidden):
        service.give_deck(
            db, stranger, version, DeckUpload(kept("f"), "a.pdf", is_in_order=True), now=clock.now()
        )


def test_pages_of_a_pdf_take_places_and_the_outcome_names_the_slides_that_kept_theirs(db, version):
    standing = make.slide_set(db, version, 0, 5000, 9000)
    given = DeckUpload(kept("f"), "bai.pdf", is_in_order=False)
    deck = service.give_deck(db, OPERATOR, version, given, now=clock.now())
    pages = {standing.slides[0].file_id: (kept("p"), "Trang một")}

    service.take_deck(db, deck, pages, now=clock.now())

    assert job_by_key(db, deck.job_key)
    assert deck.state is DeckState.DONE
    assert "Giữ hình cũ ở trang 2, 3" in str(deck.told)
    assert [one.text for one in queries.slides_shown(db, version.id)] == ["Trang một", "", ""]


def test_a_pdf_that_fits_nothing_changes_nothing(db, version):
    make.slide_set(db, version, 0, 5000)
    deck = make.slide_deck(db, version)

    service.take_deck(db, deck, {}, now=clock.now())

    assert "giữ nguyên" in str(deck.told)
    assert len(queries.editions_of(db, version.id)) == 1


def test_the_pages_of_a_pdf_give_slides_to_what_is_only_heard(db, version):
    deck = make.slide_deck(db, version)

    service.take_deck_alone(db, deck, [(kept("p"), "Một"), (kept("q"), "Hai")], now=clock.now())

    assert [(one.at_ms, one.text) for one in queries.slides_shown(db, version.id)] == [
        (0, "Một"),
        (30_000, "Hai"),
    ]
