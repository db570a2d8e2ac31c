"""Where the texts of a folder meet the things of the tables: only reads, and decides."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic

from sqlalchemy.orm import Session

from elearn.catalogue.rules import Fate, Standing, fate_in_folder, fate_out_of_folder
from elearn.catalogue.service.kinds import AnyThing, AnyVersion, Keys, Kind, X


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a folder is loaded: when, whether it is the product's own, and what it may
    replace though it was edited in the system.
    """

    now: datetime
    is_packaged: bool
    overwrite: Collection[str]


class Meeting(Generic[X]):
    """The texts of one kind, and the things that have their codes or are missing among them."""

    def __init__(self, db: Session, kind: Kind[X], texts: Sequence[X], terms: Terms) -> None:
        self.kind = kind
        self.texts = texts
        self.terms = terms
        self.things: dict[str, AnyThing] = {thing.code: thing for thing in kind.things(db)}
        self._current: dict[int, AnyVersion] = {
            getattr(version, kind.owner): version for version in kind.current(db)
        }

    @property
    def keys(self) -> Keys:
        return {code: thing.id for code, thing in self.things.items()}

    @property
    def codes(self) -> set[str]:
        """Return the codes of which the folder has, or had, something to say."""
        loaded = {code for code, thing in self.things.items() if thing.loaded_hash is not None}
        return loaded | {text.code for text in self.texts}

    def hash_of(self, thing: AnyThing) -> str | None:
        """Return the hash of the version that was current when the meeting began."""
        version = self._current.get(thing.id)
        return version.content_hash if version else None

    def is_edited(self, text: X) -> bool:
        thing = self.things.get(text.code)
        return thing is not None and self._standing_of(thing).is_edited

    def fates(self, db: Session) -> Mapping[Fate, Sequence[X]]:
        """Return the texts by their fate, each in the order of the folder."""
        same = self._same(db)
        found: dict[Fate, list[X]] = {fate: [] for fate in Fate}
        for text in self.texts:
            thing = self.things.get(text.code)
            fate = fate_in_folder(
                self._standing_of(thing) if thing else None,
                is_same=text.code in same,
                overwrite=text.code in self.terms.overwrite,
            )
            found[fate].append(text)
        return found

    def missing(self) -> Sequence[AnyThing]:
        """Return the things that the folder had and has no more."""
        present = {text.code for text in self.texts}
        return [
            thing
            for code, thing in self.things.items()
            if code not in present and self.fate_of_missing(thing) is not Fate.FOREIGN
        ]

    def fate_of_missing(self, thing: AnyThing, in_use: Collection[int] = ()) -> Fate:
        return fate_out_of_folder(
            self._standing_of(thing),
            is_used=thing.id in in_use,
            overwrite=thing.code in self.terms.overwrite,
        )

    def _standing_of(self, thing: AnyThing) -> Standing:
        return Standing(
            self.hash_of(thing),
            thing.loaded_hash,
            is_withdrawn=thing.withdrawn_on is not None,
            is_foreign=self.terms.is_packaged and not thing.is_packaged,
        )

    def _same(self, db: Session) -> set[str]:
        """Return the codes of the texts that say what the current version says.

        The hash tells nearly always; where it does not, what is meant is compared.
        """
        known = [text for text in self.texts if text.code in self.things]
        other = [
            text for text in known if self.hash_of(self.things[text.code]) != text.content_hash
        ]
        kept = self._senses(db, other) if other else {}
        differing = {text.code for text in other if kept.get(text.code) != text.sense_hash}
        return {text.code for text in known} - differing

    def _senses(self, db: Session, texts: Sequence[X]) -> dict[str, str]:
        current = self.kind.texts(db, [self.things[text.code].id for text in texts])
        return {code: text.sense_hash for code, text in current.items()}
