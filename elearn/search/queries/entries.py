"""What the index is made of: the catalogue as it reads today, and what its films say."""

import re
from collections.abc import Collection, Iterator
from html import unescape
from itertools import chain

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from elearn import media
from elearn.catalogue import (
    Lecture,
    LectureVersion,
    Module,
    ModuleVersion,
    Programme,
    ProgrammeVersion,
)
from elearn.search.rules import Entry, Kind, Line, passages
from elearn.text import html_of, nfc

_BLOCKS = re.compile(r"</?(?:p|h\d|li|ul|ol|tr|td|th|table|blockquote|pre|br|hr)\b[^>]*>")
_TAGS = re.compile(r"<[^>]+>")

#: What has changed: its kind and its code.
Things = Collection[tuple[Kind, str]]


def every_entry(db: Session) -> Iterator[Entry]:
    """Yield all that is to be found; one query a film besides some that do not grow."""
    yield from chain(_lectures(db, None), _modules(db, None), _programmes(db, None))


def entries_of(db: Session, things: Things) -> Iterator[Entry]:
    """Yield what is to be found of these things; of what is withdrawn, nothing."""
    for kind, read in (
        (Kind.LECTURE, _lectures),
        (Kind.MODULE, _modules),
        (Kind.PROGRAMME, _programmes),
    ):
        if codes := [code for of_kind, code in things if of_kind is kind]:
            yield from read(db, codes)


def _among(column: InstrumentedAttribute[str], codes: list[str] | None) -> ColumnElement[bool]:
    return true() if codes is None else column.in_(codes)


def _lectures(db: Session, codes: list[str] | None) -> Iterator[Entry]:
    offered = select(Lecture).where(Lecture.withdrawn_on.is_(None), _among(Lecture.code, codes))
    lectures = db.scalars(offered.order_by(Lecture.id)).all()
    films = media.playables(db, [one.medium_id for one in lectures if one.medium_id])
    for lecture in lectures:
        version = lecture.current
        yield Entry(Kind.LECTURE, lecture.code, version.title, _text_of(version))
        if film := films.get(lecture.medium_id or 0):
            said = media.transcript_of(db, film)
            lines = (Line(cue.start_ms // 1000, nfc(cue.text)) for cue in said)
            yield from passages(lecture.code, version.title, lines)


def _text_of(version: LectureVersion) -> str:
    """Return what is written of a lecture without its marks: its body, then its objectives."""
    bare = _TAGS.sub("", _BLOCKS.sub(" ", html_of(version.body)))
    return nfc(" ".join([unescape(bare), *chain(*version.objectives.values())]))


def _modules(db: Session, codes: list[str] | None) -> Iterator[Entry]:
    rows = db.execute(
        select(Module.code, ModuleVersion.title)
        .join(ModuleVersion, ModuleVersion.module_id == Module.id)
        .where(
            Module.withdrawn_on.is_(None), ModuleVersion.is_current(), _among(Module.code, codes)
        )
        .order_by(Module.id)
    )
    for code, title in rows:
        yield Entry(Kind.MODULE, code, title)


def _programmes(db: Session, codes: list[str] | None) -> Iterator[Entry]:
    rows = db.execute(
        select(Programme.code, ProgrammeVersion.title)
        .join(ProgrammeVersion, ProgrammeVersion.programme_id == Programme.id)
        .where(
            Programme.withdrawn_on.is_(None),
            ProgrammeVersion.is_current(),
            _among(Programme.code, codes),
        )
        .order_by(Programme.id)
    )
    for code, title in rows:
        yield Entry(Kind.PROGRAMME, code, title)
