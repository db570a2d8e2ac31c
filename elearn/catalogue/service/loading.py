"""Takes what was read into the tables: a new wording becomes a version, the same writes nothing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Generic

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.catalogue.models import Lecture
from elearn.catalogue.reader import Catalogue
from elearn.catalogue.service.kinds import (
    LECTURES,
    MODULES,
    PROGRAMMES,
    AnyThing,
    AnyVersion,
    Keys,
    Kind,
    X,
)
from elearn.catalogue.service.media import add_captions
from elearn.catalogue.service.report import Counts, Report
from elearn.db import changed
from elearn.people import TargetGroup


def load(db: Session, catalogue: Catalogue, *, now: datetime) -> Report:
    """Make the tables say what the folder says; loading the same again writes nothing.

    What is missing from the folder is kept and marked as withdrawn: people have studied it, and
    their records name it. When it returns, the mark goes. Each new version, each withdrawal and
    each return stands in the outbox. Target groups that nobody has entered are entered by name.
    Captions go on to the films that lectures have already.
    """
    _enter_groups(db, catalogue)
    lectures, modules = _Loading(db, LECTURES, now), _Loading(db, MODULES, now)
    return Report(
        lectures=lectures.take(catalogue.lectures, {}),
        modules=modules.take(catalogue.modules, lectures.keys),
        programmes=_Loading(db, PROGRAMMES, now).take(catalogue.programmes, modules.keys),
        captioned=_caption(db, catalogue, now=now),
    )


def _enter_groups(db: Session, catalogue: Catalogue) -> None:
    known = set(db.scalars(select(TargetGroup.key)))
    db.add_all(
        TargetGroup(key=key, name=name) for key, name in catalogue.groups if key not in known
    )
    db.flush()


def _caption(db: Session, catalogue: Catalogue, *, now: datetime) -> tuple[str, ...]:
    """Give the films of lectures the captions of the folder; return the codes of those changed."""
    written = [text.code for text in catalogue.lectures if text.captions is not None]
    shown = Lecture.code.in_(written), Lecture.medium_id.is_not(None)
    films = db.scalars(select(Lecture).where(*shown).order_by(Lecture.code)) if written else ()
    return tuple(film.code for film in films if add_captions(db, film, now=now))


class _Loading(Generic[X]):
    """One kind of thing being loaded."""

    def __init__(self, db: Session, kind: Kind[X], now: datetime) -> None:
        self.db = db
        self.kind = kind
        self.now = now
        self.things: dict[str, AnyThing] = {thing.code: thing for thing in kind.things(db)}
        self.current: dict[int, AnyVersion] = {
            getattr(version, kind.owner): version for version in kind.current(db)
        }

    @property
    def keys(self) -> Keys:
        return {code: thing.id for code, thing in self.things.items()}

    def take(self, texts: Sequence[X], referred: Keys) -> Counts:
        """Write down what is new or differs, mark what is gone, and tell both to the outbox."""
        added = [text for text in texts if text.code not in self.things]
        altered = [text for text in texts if text.code in self.things and self._differs(text)]
        gone = self._withdraw({text.code for text in texts})
        self._enter(added)
        self._write([*added, *altered], referred)
        counts = Counts(
            added=tuple(text.code for text in added),
            changed=tuple(text.code for text in altered),
            gone=gone,
            unchanged=len(texts) - len(added) - len(altered),
        )
        for code in (*counts.added, *counts.changed, *counts.gone):
            changed(self.db, self.kind.name, code, now=self.now)
        self.db.flush()
        return counts

    def _version_of(self, text: X) -> AnyVersion | None:
        return self.current.get(self.things[text.code].id)

    def _is_reworded(self, text: X) -> bool:
        version = self._version_of(text)
        return version is None or version.content_hash != text.content_hash

    def _differs(self, text: X) -> bool:
        return self._is_reworded(text) or self.things[text.code].withdrawn_on is not None

    def _withdraw(self, present: set[str]) -> tuple[str, ...]:
        gone = [
            thing
            for code, thing in self.things.items()
            if code not in present and thing.withdrawn_on is None
        ]
        for thing in gone:
            thing.withdrawn_on = clock.day_of(self.now)
        return tuple(thing.code for thing in gone)

    def _enter(self, added: Sequence[X]) -> None:
        new = [self.kind.thing(code=text.code) for text in added]
        self.db.add_all(new)
        self.db.flush()
        self.things |= {thing.code: thing for thing in new}

    def _write(self, texts: Sequence[X], referred: Keys) -> None:
        """Give each text its next version, after the one before it has come to its end."""
        numbers = {text.code: self._end(text) for text in texts if self._is_reworded(text)}
        self.db.flush()  # One version is current at a time, and the database holds us to it.
        for text in texts:
            thing = self.things[text.code]
            thing.withdrawn_on = None
            if text.code in numbers:
                version = self.kind.version_of(text, referred)
                setattr(version, self.kind.owner, thing.id)
                version.number = numbers[text.code]
                version.content_hash = text.content_hash
                version.recorded_at = self.now
                self.db.add(version)
                if isinstance(thing, Lecture):
                    self.db.expire(thing, ["current"])

    def _end(self, text: X) -> int:
        """Supersede the current version, if there is one; return the number of the next."""
        version = self._version_of(text)
        if version is None:
            return 1
        version.superseded_at = self.now
        return version.number + 1
