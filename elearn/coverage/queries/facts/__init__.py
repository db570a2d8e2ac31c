"""Reading the facts an indicator asks for, of everybody or of some persons."""

from elearn.coverage.queries.facts.entries import Entries, entries_at
from elearn.coverage.queries.facts.gathering import facts_of

__all__ = ["Entries", "entries_at", "facts_of"]
