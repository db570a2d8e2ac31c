import pytest
from sqlalchemy import delete, insert

from elearn import catalogue as lessons
from elearn.db import Change, changed
from elearn.search import NotReady
from tests.make import catalogue, media
from tests.make import search as make
from tests.make.catalogue import LONG_AGO


@pytest.fixture
def lecture(db):
    return catalogue.lecture(db, "BG-01", title="Hòa giải ở cơ sở", body="**Ba** việc\n\n- cần nhớ")


def renamed(db, lecture, title):
    """Give a lecture another title as a load does: the next version, and a word in the outbox."""
    lecture.current.superseded_at = LONG_AGO
    db.flush()
    words = {
        key: getattr(lecture.current, key)
        for key in ("region", "origin", "body", "objectives", "slides", "planned_minutes")
    }
    facts = {"number": 2, "content_hash": "1" * 64, "recorded_at": LONG_AGO}
    db.add(
        lessons.LectureVersion(
            lecture_id=lecture.id, title=title, is_illustrative=True, **words, **facts
        )
    )
    changed(db, "lecture", lecture.code, now=LONG_AGO)
    db.flush()
    db.expire(lecture)


def captioned(db, text):
    version = media.medium_version(db)
    for name in ("240p", "audio"):
        media.rendition(db, version, name)
    media.caption(db, version, text=f"WEBVTT\n\n00:01:05.000 --> 00:01:09.000\n{text}\n")
    return version


def test_the_first_look_makes_the_index(db, lecture, shelf, follow):
    with pytest.raises(NotReady):
        shelf.current()

    assert follow()

    assert make.codes(shelf, "hoa giai") == ["BG-01"]
    assert make.codes(shelf, "ba việc cần nhớ") == ["BG-01"]
    assert not follow()


def test_modules_and_programmes_are_found(db, lecture, shelf, follow):
    module = catalogue.module(db, "CD-1", [lecture], title="Công tác Hội")
    catalogue.programme(db, "CT-1", [module], title="Nghiệp vụ công tác Hội")

    follow()

    assert make.codes(shelf, "cong tac hoi") == ["CD-1", "CT-1"]


def test_what_changes_is_found_anew(db, lecture, shelf, follow):
    follow()
    renamed(db, lecture, "Kỹ năng lắng nghe")

    assert follow()

    assert make.codes(shelf, "lang nghe") == ["BG-01"]
    assert make.codes(shelf, "hoa giai") == []


def test_what_is_withdrawn_is_not_found(db, lecture, shelf, follow):
    film = captioned(db, "Chuyện hai nhà.")
    lecture.medium_id = film.medium_id
    follow()
    assert make.ask(shelf, "chuyen hai nha").passages.count == 1

    lecture.withdrawn_on = LONG_AGO.date()
    changed(db, "lecture", lecture.code, now=LONG_AGO)
    follow()

    assert make.codes(shelf, "hoa giai") == []
    assert make.ask(shelf, "chuyen hai nha").count == 0


def test_what_a_film_says_is_found_once_it_can_be_played(db, lecture, shelf, follow):
    follow()
    film = captioned(db, "Chuyện hai nhà.")
    lecture.medium_id = film.medium_id
    changed(db, "medium", film.medium_id, now=LONG_AGO)
    follow()

    (entry,) = make.ask(shelf, "hai nhà").passages.entries

    assert (entry.code, entry.title, entry.lines[0].second) == ("BG-01", "Hòa giải ở cơ sở", 65)


def test_what_does_not_concern_the_search_is_passed_over(db, lecture, shelf, follow):
    follow()
    changed(db, "certificate", 7, now=LONG_AGO)
    changed(db, "lecture", "unknown", now=LONG_AGO)

    assert follow()
    assert not follow()


def test_a_change_that_is_committed_late_is_not_lost(db, lecture, shelf, follow):
    follow()
    changed(db, "certificate", 1, now=LONG_AGO)
    db.flush()
    late = db.query(Change).order_by(Change.id.desc()).first().id
    db.execute(delete(Change).where(Change.id == late))
    db.execute(insert(Change).values(id=late + 2, kind="module", key="x", at=LONG_AGO))
    assert follow()

    renamed(db, lecture, "Kỹ năng lắng nghe")
    db.execute(delete(Change).where(Change.kind == "lecture"))
    db.execute(insert(Change).values(id=late, kind="lecture", key="BG-01", at=LONG_AGO))
    assert follow()

    assert make.codes(shelf, "lang nghe") == ["BG-01"]


def test_another_database_is_noticed(db, lecture, shelf, follow):
    changed(db, "lecture", lecture.code, now=LONG_AGO)
    follow()
    db.execute(delete(Change))
    catalogue.lecture(db, "BG-02", title="Nghe và ghi")

    assert follow()

    assert make.codes(shelf, "nghe va ghi") == ["BG-02"]


def test_what_is_spoilt_is_made_anew_when_it_is_written_to(db, lecture, shelf, follow):
    follow()
    for path in shelf.current().glob("*.toc"):
        path.unlink()
    renamed(db, lecture, "Kỹ năng lắng nghe")

    assert follow()

    assert make.codes(shelf, "lang nghe") == ["BG-01"]
