"""Writes what a load has decided: new wordings, what the folder said last, and withdrawals."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.access import OPERATOR
from elearn.catalogue.reader import Text
from elearn.catalogue.rules import Fate
from elearn.catalogue.service.kinds import Keys, X
from elearn.catalogue.service.loading.meeting import Meeting
from elearn.catalogue.service.report import Counts
from elearn.catalogue.service.writing import write_versions
from elearn.db import changed


def take(db: Session, meeting: Meeting[X], referred: Keys) -> Counts:
    """Write down what is new or differs, but for what the system is right about."""
    fates = meeting.fates(db)
    overwritten = [text for text in fates[Fate.CHANGED] if meeting.is_edited(text)]
    _enter(db, meeting, fates[Fate.ADDED])
    _write(db, meeting, [*fates[Fate.ADDED], *fates[Fate.CHANGED]], referred)
    _settle(meeting, [*fates[Fate.RETURNED], *fates[Fate.SETTLED]])
    counts = Counts(
        added=_codes(fates[Fate.ADDED]),
        changed=_codes(fates[Fate.CHANGED]) + _codes(fates[Fate.RETURNED]),
        skipped=_codes(fates[Fate.SKIPPED]),
        settled=_codes(fates[Fate.SETTLED]),
        unchanged=len(fates[Fate.SAME]) + len(fates[Fate.SETTLED]),
    )
    _tell(db, meeting, counts.added + counts.changed)
    _record(db, meeting, overwritten)
    return counts


def leave(
    db: Session,
    meeting: Meeting[X],
    counts: Counts,
    in_use: Callable[[Session], Collection[int]],
) -> Counts:
    """Withdraw what is missing from the folder, but for what the system still needs."""
    missing = meeting.missing()
    used = in_use(db) if missing else ()
    gone = [thing for thing in missing if meeting.fate_of_missing(thing, used) is Fate.GONE]
    for thing in gone:
        thing.withdrawn_on = clock.day_of(meeting.terms.now)
        thing.is_packaged = meeting.terms.is_packaged
    left = tuple(thing.code for thing in gone)
    kept = tuple(thing.code for thing in missing if thing not in gone)
    _tell(db, meeting, left)
    return replace(counts, gone=left, kept=kept)


def _codes(texts: Iterable[Text]) -> tuple[str, ...]:
    return tuple(text.code for text in texts)


def _enter(db: Session, meeting: Meeting[X], texts: Sequence[X]) -> None:
    new = [meeting.kind.thing(code=text.code) for text in texts]
    db.add_all(new)
    db.flush()
    meeting.things |= {thing.code: thing for thing in new}


def _write(db: Session, meeting: Meeting[X], texts: Sequence[X], referred: Keys) -> None:
    pairs = [(meeting.things[text.code], text) for text in texts]
    write_versions(db, meeting.kind, pairs, referred, meeting.terms.now)
    for thing, text in pairs:
        thing.loaded_hash = text.content_hash
        thing.is_packaged = meeting.terms.is_packaged


def _settle(meeting: Meeting[X], texts: Sequence[X]) -> None:
    """Remember that the folder says what the current version says, and offer that."""
    for text in texts:
        thing = meeting.things[text.code]
        thing.withdrawn_on = None
        thing.loaded_hash = meeting.hash_of(thing)
        thing.is_packaged = meeting.terms.is_packaged


def _tell(db: Session, meeting: Meeting[X], codes: Iterable[str]) -> None:
    for code in codes:
        changed(db, meeting.kind.name, code, now=meeting.terms.now)
    db.flush()


def _record(db: Session, meeting: Meeting[X], texts: Sequence[X]) -> None:
    """Write down that a person's work was replaced by the folder's, by whoever holds the shell."""
    for text in texts:
        thing, kind = meeting.things[text.code], meeting.kind.name
        now, details = meeting.terms.now, {"code": text.code}
        audit.record(db, OPERATOR, "overwrite", kind, thing.id, now=now, details=details)
