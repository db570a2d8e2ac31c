"""The next version of things, after the one before it has come to its end."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from elearn.catalogue.models import Lecture
from elearn.catalogue.service.kinds import AnyThing, AnyVersion, Keys, Kind, X


def write_versions(
    db: Session, kind: Kind[X], texts: Sequence[tuple[AnyThing, X]], referred: Keys, now: datetime
) -> list[AnyVersion]:
    """Write the next version of each thing, and offer it again if it was withdrawn."""
    if not texts:
        return []
    numbers = _end(db, kind, [thing for thing, _text in texts], now)
    written = [kind.version_of(text, referred) for _thing, text in texts]
    for version, (thing, text) in zip(written, texts, strict=True):
        setattr(version, kind.owner, thing.id)
        version.number = numbers.get(thing.id, 0) + 1
        version.content_hash = text.content_hash
        version.recorded_at = now
        thing.withdrawn_on = None
    db.add_all(written)
    db.flush()
    for thing, _text in texts:
        if isinstance(thing, Lecture):
            db.expire(thing, ["current"])
    return written


def _end(db: Session, kind: Kind[X], things: Sequence[AnyThing], now: datetime) -> dict[int, int]:
    """Supersede the current versions; return the number of each by the key of its thing."""
    numbers = {}
    for version in kind.current(db, [thing.id for thing in things]):
        version.superseded_at = now
        numbers[getattr(version, kind.owner)] = version.number
    db.flush()  # One version is current at a time, and the database holds us to it.
    return numbers
