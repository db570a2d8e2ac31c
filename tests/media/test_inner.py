"""What lay in a film is taken over when it is published: its captions and its chapters."""

from datetime import UTC, datetime

from sqlalchemy import select

from elearn import media
from elearn.media import service
from elearn.media.captions import Cue
from elearn.media.ffmpeg import Chapter as InnerChapter
from elearn.media.models import Caption, CaptionOrigin, VersionState
from tests.make import media as make

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
CHAPTERS = (InnerChapter(0, "Mở đầu"), InnerChapter(30_000, "Bài tập"), InnerChapter(90_000, "Hết"))
SPOKEN = ("vi", (Cue(500, 1500, "Xin chào các chị"), Cue(61_000, 62_000, "Sau khi hết")))


def published(db, **inside):
    version = make.medium_version(db, state=VersionState.AT_WORK)
    made = service.Made(duration_ms=60_000, renditions=(), poster=None, remark=None, **inside)
    service.publish(db, version, made, now=NOW)
    return version


def test_chapters_are_kept_as_far_as_the_film_goes(db):
    version = published(db, chapters=CHAPTERS)

    kept = media.chapters_of(db, version.id)

    assert [(one.start_ms, one.title) for one in kept] == [(0, "Mở đầu"), (30_000, "Bài tập")]


def test_captions_are_kept_as_far_as_the_film_goes_and_say_where_they_come_from(db):
    version = published(db, captions=(SPOKEN,))

    kept = db.scalars(select(Caption).where(Caption.version_id == version.id)).one()

    assert (kept.language, kept.origin) == ("vi", CaptionOrigin.CONTAINER)
    assert "Xin chào các chị" in kept.text
    assert "Sau khi hết" not in kept.text


def test_what_a_person_wrote_while_it_was_made_stays(db):
    version = make.medium_version(db, state=VersionState.AT_WORK)
    text = "WEBVTT\n\n00:00.000 --> 00:02.000\nCủa tôi\n"
    media.add_captions(db, version, language="vi", text=text, now=NOW)
    made = service.Made(60_000, renditions=(), poster=None, remark=None, captions=(SPOKEN,))

    service.publish(db, version, made, now=NOW)

    assert "Của tôi" in db.scalars(select(Caption.text)).one()
