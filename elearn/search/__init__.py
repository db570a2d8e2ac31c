"""Search: lectures, what is said in their films, modules and programmes, found by their words.

An *entry* is one thing to be found; a *passage* is a sentence of a film, and its *lines* know the
second at which they are said. A *question* is the words somebody typed. Words are compared
*folded*, without diacritics; an *exact* word counts for more. The *index* is made from the database
and can be thrown away at any time. It lies on a *shelf*, follows the `change` outbox from its own
*cursor*, and is looked into by a *reader*, which sees it as it was at one moment.
"""

from elearn.search.index import reading
from elearn.search.queries import Answer, ask
from elearn.search.reader import abbreviations
from elearn.search.rules import Entry, Kind, Line, Question
from elearn.search.service import follow, rebuild
from elearn.search.shelf import NotReady, Shelf

__all__ = [
    "Answer",
    "Entry",
    "Kind",
    "Line",
    "NotReady",
    "Question",
    "Shelf",
    "abbreviations",
    "ask",
    "follow",
    "reading",
    "rebuild",
]
