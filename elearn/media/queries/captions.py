"""Captions of a version as whoever writes them needs them: by whom, since when, and before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.errors import NotFound
from elearn.media.models import (
    CAPTION_ORDER,
    Caption,
    CaptionOrigin,
    CaptionRevision,
    MediumVersion,
)
from elearn.media.rules import LANGUAGE_NAMES
from elearn.people import Person
from elearn.text import msg

_MOST_EARLIER = 10


@dataclass(frozen=True, slots=True)
class Written:
    """One text of captions: which, whose, when, and by whom it was written, "" if by nobody."""

    revision: int
    text: str
    origin: CaptionOrigin
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before whoever writes captions: what stands, and the last that stood before."""

    standing: Written | None
    earlier: tuple[Written, ...]
    others: tuple[str, ...]

    @property
    def revision(self) -> int:
        return self.standing.revision if self.standing else 0

    @property
    def is_heard(self) -> bool:
        """Whether a machine wrote what stands, and nobody has read it since."""
        return self.standing is not None and self.standing.origin is CaptionOrigin.MACHINE

    def text_of(self, revision: int | None) -> str:
        """Return an earlier text, or what stands."""
        found = next((one for one in self.earlier if one.revision == revision), self.standing)
        return found.text if found else ""


def language_known(language: str) -> str:
    """Return the code of a language in which there may be captions.

    :raise NotFound: if there may be none.
    """
    if language not in LANGUAGE_NAMES:
        raise NotFound(msg("Ở đây không có phụ đề bằng thứ tiếng này."))
    return language


def caption_desk(db: Session, version_id: int, language: str) -> Desk:
    """Return what stands in a language and what stood before; the other languages; 3 queries."""
    standing = _written(db, Caption, version_id, language)
    earlier = _written(db, CaptionRevision, version_id, language)
    mine = select(Caption.language).where(Caption.version_id == version_id)
    others = db.scalars(mine.where(Caption.language != language).order_by(CAPTION_ORDER))
    return Desk(standing[0] if standing else None, tuple(earlier), tuple(others))


def _written(
    db: Session, kind: type[Caption] | type[CaptionRevision], version_id: int, language: str
) -> Sequence[Written]:
    """Return the last texts of one table, the newest first."""
    columns = (kind.revision, kind.text, kind.origin, kind.changed_at, Person.full_name)
    rows = db.execute(
        select(*columns)
        .join(Person, Person.id == kind.changed_by_id, isouter=True)
        .where(kind.version_id == version_id, kind.language == language)
        .order_by(kind.revision.desc())
        .limit(_MOST_EARLIER)
    )
    return [Written(number, text, origin, at, by or "") for number, text, origin, at, by in rows]


def captions_standing(db: Session) -> Iterator[tuple[Caption, int | None, int]]:
    """Yield all captions that stand, with the length of their film and its medium."""
    rows = db.execute(
        select(Caption, MediumVersion.duration_ms, MediumVersion.medium_id)
        .join(MediumVersion, MediumVersion.id == Caption.version_id)
        .order_by(Caption.id)
        .execution_options(yield_per=100)
    )
    yield from map(tuple, rows)
