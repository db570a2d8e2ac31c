"""Reads of the search: from the database for the index, from the index for people."""

from elearn.search.queries.answers import Answer, answer, ask, lectures_titled, programmes_holding
from elearn.search.queries.changes import things_in
from elearn.search.queries.entries import Things, entries_of, every_entry

__all__ = [
    "Answer",
    "Things",
    "answer",
    "ask",
    "entries_of",
    "every_entry",
    "lectures_titled",
    "programmes_holding",
    "things_in",
]
