"""What receipts are made of: every lecture a person has begun, and the receipts she was given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import media, people
from elearn.catalogue import Lecture
from elearn.errors import NotFound
from elearn.learning.models import ReceiptKey, SignedReceipt, WatchMap
from elearn.learning.queries.standings import Stand, last_change, maps_of, seen, standing_with
from elearn.learning.rules import ORPHAN, Line
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Begun:
    """A lecture that somebody has begun: what a receipt says of it, and which film she watches."""

    line: Line
    stand: Stand


def begun_by(db: Session, person_id: int, *, share_percent: int) -> list[Begun]:
    """Return every lecture of which a person holds a second, the latest first; some 7 queries.

    A film that no lecture has any more is told by its own title: what she watched she watched.
    """
    media_ids = _media_begun(db, person_id)
    shown, maps = media.playables(db, media_ids), maps_of(db, person_id, media_ids)
    names = _names(db, media_ids)
    found = [
        _begun(name, maps[key], film, share_percent)
        for key, film in shown.items()
        for name in names[key]
    ]
    return sorted(found, key=lambda one: one.line.received_at, reverse=True)


def _media_begun(db: Session, person_id: int) -> list[int]:
    version = media.MediumVersion
    hers = (
        select(version.medium_id)
        .join(WatchMap, WatchMap.medium_version_id == version.id)
        .where(WatchMap.person_id.in_(people.entry_ids(person_id)), WatchMap.seconds > 0)
    )
    return list(db.scalars(hers.distinct()))


def _names(db: Session, media_ids: Sequence[int]) -> Mapping[int, list[tuple[str, str]]]:
    """Return the code and title of each lecture that shows a film, by the key of its medium."""
    films = db.scalars(select(media.Medium).where(media.Medium.id.in_(media_ids)))
    orphans = {film.id: [(f"{ORPHAN}{film.id}", film.title)] for film in films}
    named: dict[int, list[tuple[str, str]]] = {}
    lectures = select(Lecture).where(Lecture.medium_id.in_(media_ids)).order_by(Lecture.code)
    for lecture in db.scalars(lectures):
        named.setdefault(lecture.medium_id or 0, []).append((lecture.code, lecture.title))
    return orphans | named


def _begun(
    name: tuple[str, str], maps: Sequence[WatchMap], film: media.Playable, share_percent: int
) -> Begun:
    stand, last = standing_with(maps, film, share_percent=share_percent), last_change(maps)
    assert last  # noqa: S101  # Only films of which a second is held are asked for.
    line, when = Line.of(*name, stand.standing, last.changed_at), seen(maps, stand)
    if when:
        line = replace(line, seen_at=when.at, seen_by=when.by)
    return Begun(line, stand)


def receipts_of(db: Session, person_id: int, *, at_most: int = 10) -> Sequence[SignedReceipt]:
    """Return the receipts a person was given, the latest first."""
    hers = select(SignedReceipt).where(SignedReceipt.person_id.in_(people.entry_ids(person_id)))
    return db.scalars(hers.order_by(SignedReceipt.id.desc()).limit(at_most)).all()


def receipt_by_token(db: Session, token: str) -> SignedReceipt:
    """Return the receipt at an address.

    :raise NotFound: if there is none.
    """
    found = db.scalar(select(SignedReceipt).where(SignedReceipt.token == token))
    if found is None:
        raise NotFound(msg("Không có biên nhận ở địa chỉ này. Dán nội dung tệp để kiểm tra."))
    return found


def receipt_text(db: Session, token: str) -> str | None:
    """Return what was signed under a token, word for word, if it is still kept."""
    return db.scalar(select(SignedReceipt.text).where(SignedReceipt.token == token))


def receipt_keys(db: Session) -> dict[str, str]:
    """Return the public halves of all keys that receipts were signed by, by their names."""
    keys = select(ReceiptKey.id, ReceiptKey.public).order_by(ReceiptKey.since)
    return {row.id: row.public for row in db.execute(keys)}
