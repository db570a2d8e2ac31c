"""What a phone must carry to play one weight of a version where there is no line."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.errors import NotFound
from elearn.media import addresses, captions, hls
from elearn.media.models import CAPTION_ORDER, Caption, MediumVersion
from elearn.media.queries.parts import rendition_of, storyboard_of
from elearn.media.queries.slides import slide_set_of
from elearn.media.rules import storyboards
from elearn.storage import StoredFile

_PICTURE = "image/webp"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to carry, under the name by which the others call it: a file of ours, or a text."""

    name: str
    media_type: str
    size: int
    sha256: str = ""
    text: str = ""


def parts_of(db: Session, version_id: int, name: str, *, with_slides: bool) -> list[Part]:
    """Return what plays one weight by itself, the film or its sound first; at most six queries.

    Its texts name the files as they are called here, so that all may lie in one place.

    :raise NotFound: if there is no weight of this name.
    """
    found = rendition_of(db, version_id, name)
    file = _file(addresses.named(found.name, found.media_type), found.media_type, found.file)
    playlist = hls.pointing_to(found.playlist, file.name)
    rest = [_text(f"{found.name}.m3u8", hls.MEDIA_TYPE, playlist), *_poster(db, version_id)]
    rest += _captions(db, version_id)
    if found.height:
        rest += _storyboard(db, version_id)
    return [file, *rest, *(_slides(db, version_id) if with_slides else ())]


def _poster(db: Session, version_id: int) -> Iterator[Part]:
    mine = select(StoredFile).join(MediumVersion.poster).where(MediumVersion.id == version_id)
    for file in db.scalars(mine):
        yield _file("poster.webp", _PICTURE, file)


def _captions(db: Session, version_id: int) -> Iterator[Part]:
    mine = select(Caption.language, Caption.text).where(Caption.version_id == version_id)
    for language, text in db.execute(mine.order_by(CAPTION_ORDER)):
        yield _text(f"captions.{language}.vtt", captions.MEDIA_TYPE, text)


def _storyboard(db: Session, version_id: int) -> Iterator[Part]:
    try:
        found, duration_ms = storyboard_of(db, version_id)
    except NotFound:
        return
    name = "storyboard.webp"
    text = storyboards.webvtt(found.sheet, name, duration_ms)
    yield _text("storyboard.vtt", captions.MEDIA_TYPE, text)
    yield _file(name, _PICTURE, found.file)


def _slides(db: Session, version_id: int) -> Iterator[Part]:
    shown = slide_set_of(db, version_id)
    if shown is None:
        return
    for number, slide in enumerate(sorted(shown.slides, key=lambda one: one.number), 1):
        yield _file(f"slide-{number}.webp", _PICTURE, slide.file)


def _file(name: str, media_type: str, file: StoredFile) -> Part:
    return Part(name, media_type, file.size, sha256=file.sha256)


def _text(name: str, media_type: str, text: str) -> Part:
    return Part(name, media_type, len(text.encode()), text=text)
