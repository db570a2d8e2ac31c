"""What a learner takes away, as a lecture or a module writes it down."""

from elearn.catalogue.reader.entry import Entry
from elearn.catalogue.reader.values import Objectives


def objectives_of(entry: Entry) -> Objectives:
    """Return the objectives; all of them, or one of the three kinds, may be left out."""
    given = entry.optional_entry("objectives")
    if given is None:
        return Objectives()
    objectives = Objectives(*(_texts(given, key) for key in ("knowledge", "skills", "attitude")))
    given.close()
    return objectives


def _texts(entry: Entry, key: str) -> tuple[str, ...]:
    return tuple(text for text, _ in entry.texts(key)) if entry.has(key) else ()
