"""Answers: what a question finds, what it was probably meant to say, and where modules stand."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import catalogue
from elearn.catalogue import Module, Programme, ProgrammeModule, ProgrammeVersion
from elearn.search.index import Hits, Reader, reading
from elearn.search.rules import Entry, Kind, Question, bare, restored
from elearn.search.shelf import NotReady, Shelf

MOST_THINGS = 40
MOST_PASSAGES = 30
_NOTHING = Hits((), 0)
_LOOKED_AT = 10  # Entries in which the words of a suggestion may stand together.


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, for which question: hers, or the one she typed with raw Telex keys."""

    question: Question
    things: Hits
    passages: Hits
    suggestion: str = ""

    @property
    def count(self) -> int:
        return self.things.count + self.passages.count


def ask(shelf: Shelf, question: Question) -> Answer:
    """Put a question to the index that holds now.

    :raise NotReady: if there is none, or it is spoilt; then it is made anew by whoever follows.
    """
    path = shelf.current()
    try:
        with reading(path) as reader:
            return answer(reader, question)
    except Exception as broken:  # Each spoilt file makes Whoosh fail in another way.
        if shelf.current() != path:  # It was made anew, and this one cleared away.
            return ask(shelf, question)
        shelf.condemn(path)
        raise NotReady from broken


def answer(reader: Reader, question: Question) -> Answer:
    """Return what holds every word; Telex is read, and words put right, only if nothing does."""
    if not question.words:
        return Answer(question, _NOTHING, _NOTHING)
    found = _found(reader, question)
    telex = question.raw_telex
    if found.count:
        return found
    if telex and (read := _found(reader, telex)).count:
        first = [*read.things.entries, *read.passages.entries][0]
        spelt = restored(telex.words, f"{first.title} {first.text}")
        return Answer(telex.saying(spelt), read.things, read.passages)
    return Answer(question, found.things, found.passages, _suggested(reader, question))


def _found(reader: Reader, question: Question) -> Answer:
    return Answer(question, *reader.find(question, MOST_THINGS, MOST_PASSAGES))


def _suggested(reader: Reader, question: Question) -> str:
    """Return a question near to this one that finds something, or nothing."""
    words = " ".join(reader.put_right(word) for word in question.folded).split()
    near = reader.nearest(question.saying(words), _LOOKED_AT)
    readings = [restored(words, f"{entry.title} {entry.text}") for entry in near]
    best = max(readings, key=len, default=())
    return " ".join(best) if 2 * len(best) > len(words) else ""


def lectures_titled(db: Session, question: Question) -> Hits:
    """Return the lectures whose titles hold every word, while there is no index to ask."""
    titled = [
        Entry(Kind.LECTURE, lecture.code, lecture.title) for lecture in catalogue.lectures(db)
    ]
    asked = set(question.folded)
    found = [one for one in titled if asked and asked <= {bare(word) for word in one.words}]
    return Hits(tuple(found[:MOST_THINGS]), len(found))


def programmes_holding(
    db: Session, module_codes: Collection[str]
) -> dict[str, list[tuple[str, str]]]:
    """Return the code and title of the programmes offered that a module stands in, in one query."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    rows = db.execute(
        select(Module.code, Programme.code, ProgrammeVersion.title)
        .join(ProgrammeModule, ProgrammeModule.module_id == Module.id)
        .join(ProgrammeVersion, ProgrammeVersion.id == ProgrammeModule.programme_version_id)
        .join(Programme, Programme.id == ProgrammeVersion.programme_id)
        .where(
            Module.code.in_(module_codes),
            ProgrammeVersion.is_current(),
            Programme.withdrawn_on.is_(None),
        )
        .order_by(Programme.id)
    )
    for module, code, title in rows:
        found[module].append((code, title))
    return found
