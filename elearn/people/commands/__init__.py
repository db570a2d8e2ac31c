"""`elearn people`: posts, organisation units and persons, from the shell."""

from elearn.people.commands import batches, dump, entering, export, roster, serving, units
from elearn.people.commands.door import group

__all__ = ["batches", "dump", "entering", "export", "group", "roster", "serving", "units"]
