"""What a phone must carry to play one weight of a version where there is no line."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from elearn.errors import NotFound
from elearn.media import addresses, captions, hls
from elearn.media.models import CAPTION_ORDER, Caption, MediumVersion, Rendition, Storyboard
from elearn.media.queries.parts import rendition_of, storyboard_of
from elearn.media.queries.slides import slide_set_of
from elearn.media.rules import storyboards
from elearn.storage import StoredFile

_PICTURE = "image/webp"
_STORYBOARD = "storyboard.webp"


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


def carried_beside(db: Session, version_ids: Collection[int]) -> dict[int, dict[str, int]]:
    """Return by version how many bytes are carried beside the file of each weight; four queries.

    Slides are not among them: what these weigh tells `Playable`.
    """
    all_carry, films_carry = _texts_and_posters(db, version_ids), _storyboards(db, version_ids)
    columns = (Rendition.version_id, Rendition.name, Rendition.kind, Rendition.playlist)
    mine = select(*columns, Rendition.height).where(Rendition.version_id.in_(version_ids))
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for version_id, name, kind, playlist, height in db.execute(mine):
        text = hls.pointing_to(playlist, addresses.named(name, kind.media_type))
        beside = all_carry[version_id] + (films_carry[version_id] if height else 0)
        found[version_id][name] = len(text.encode()) + beside
    return found


def _texts_and_posters(db: Session, version_ids: Collection[int]) -> Counter[int]:
    found = Counter[int]()
    said = select(Caption.version_id, Caption.text).where(Caption.version_id.in_(version_ids))
    for version_id, text in db.execute(said):
        found[version_id] += len(text.encode())
    shown = select(MediumVersion.id, StoredFile.size).join(MediumVersion.poster)
    for version_id, size in db.execute(shown.where(MediumVersion.id.in_(version_ids))):
        found[version_id] += size
    return found


def _storyboards(db: Session, version_ids: Collection[int]) -> Counter[int]:
    film = select(Storyboard, MediumVersion.duration_ms).join(
        MediumVersion, MediumVersion.id == Storyboard.version_id
    )
    rows = db.execute(
        film.where(Storyboard.version_id.in_(version_ids)).options(joinedload(Storyboard.file))
    )
    found = Counter[int]()
    for one, duration_ms in rows:
        text = storyboards.webvtt(one.sheet, _STORYBOARD, duration_ms or 0)
        found[one.version_id] += one.file.size + len(text.encode())
    return found


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
    text = storyboards.webvtt(found.sheet, _STORYBOARD, duration_ms)
    yield _text("storyboard.vtt", captions.MEDIA_TYPE, text)
    yield _file(_STORYBOARD, _PICTURE, found.file)


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
