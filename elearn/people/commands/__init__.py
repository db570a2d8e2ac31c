"""`elearn people`: posts, organisation units and persons, from the shell."""

from elearn.people.commands import entering, export, roster, serving, units
from elearn.people.commands.door import group

__all__ = ["entering", "export", "group", "roster", "serving", "units"]
