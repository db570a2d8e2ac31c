"""`elearn people`: posts, organisation units and persons, from the shell."""

from elearn.people.commands import entering, serving, units
from elearn.people.commands.door import group

__all__ = ["entering", "group", "serving", "units"]
