"""A lecture's film is set and written down; captions of the folder overwrite nobody's work."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from elearn import catalogue, media
from elearn.access import OPERATOR, Actor
from elearn.audit import AuditEntry
from elearn.errors import Forbidden, NotFound
from elearn.media import Caption, VersionState
from tests.make import catalogue as make
from tests.make import media as make_media

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)
REASON = {"template": "Tệp rỗng.", "values": {}}


def said(words):
    return f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{words}\n"


def captions_of(db, version):
    return db.scalars(select(Caption.text).where(Caption.version_id == version.id)).all()


@pytest.fixture
def lecture(db):
    return make.lecture(db, "BG-01", captions=said("Một."))


@pytest.fixture
def shown(db, lecture):
    """The version of the lecture's film, which has got the folder's captions."""
    version = make_media.medium_version(db)
    catalogue.set_medium(db, OPERATOR, lecture, version.medium_id, now=NOW)
    return version


@pytest.fixture
def load(db, small):
    """`load(words)` loads the folder with captions of these words in BG-01."""

    def load(words):
        first, *others = small.lectures
        worded = (replace(first, captions=said(words)), *others)
        return catalogue.load(db, replace(small, lectures=worded), now=NOW)

    return load


def test_who_does_not_decide_is_refused(db, lecture):
    with pytest.raises(Forbidden, match="quản trị trung ương"):
        catalogue.set_medium(db, Actor(1), lecture, make_media.medium(db).id, now=NOW)


def test_a_film_that_does_not_exist_is_not_found(db, lecture):
    with pytest.raises(NotFound, match="số 999"):
        catalogue.set_medium(db, OPERATOR, lecture, 999, now=NOW)


def test_the_same_film_again_is_not_written_down(db, lecture, shown):
    catalogue.set_medium(db, OPERATOR, lecture, shown.medium_id, now=NOW)

    assert len(db.scalars(select(AuditEntry).where(AuditEntry.subject == "lecture")).all()) == 1


def test_a_film_without_captions_gets_those_of_the_folder(db, shown):
    assert captions_of(db, shown) == [said("Một.")]


def test_captions_that_are_there_stay(db, lecture):
    corrected = make_media.caption(db)
    version = media.version_by_id(db, corrected.version_id)

    catalogue.set_medium(db, OPERATOR, lecture, version.medium_id, now=NOW)

    assert captions_of(db, version) == [corrected.text]


def test_captions_go_to_a_version_on_its_way_and_not_to_one_that_failed(db, lecture):
    medium = make_media.medium(db)
    waiting = make_media.medium_version(db, medium, state=VersionState.WAITING)
    make_media.medium_version(db, medium, number=2, state=VersionState.FAILED, reason=REASON)

    catalogue.set_medium(db, OPERATOR, lecture, medium.id, now=NOW)

    assert captions_of(db, waiting) == [said("Một.")]


def test_a_load_brings_what_was_corrected_in_the_folder(db, lecture, shown, load):
    report = load("Một giờ.")

    assert report.captioned == ("BG-01",)
    assert captions_of(db, shown) == [said("Một giờ.")]
    assert load("Một giờ.").is_quiet


def test_a_load_leaves_what_was_corrected_by_hand(db, lecture, shown, load):
    media.add_captions(db, shown, language="vi", text=said("Sửa tay."), now=NOW)

    assert load("Một giờ.").captioned == ()
    assert captions_of(db, shown) == [said("Sửa tay.")]


def test_a_renewed_film_gets_them_with_the_next_load(db, lecture, shown, load):
    load("Một.")
    better = make_media.medium_version(db, media.medium_by_id(db, shown.medium_id), number=2)

    assert load("Một.").captioned == ("BG-01",)
    assert captions_of(db, better) == [said("Một.")]
