"""The roster as offices send it: read, compared, decided upon, written, and taken back.

A *book* is what a file holds, as kept. Its *layout* says which row is a heading, a group, a total
or a person, and which column means what. An *entry* is one row of a person in our terms; its
*verdict* says what it would change, or what a person has to decide. A *batch* is one file and what
came of it.
"""

from elearn.people.roster import jobs, service
from elearn.people.roster.models import (
    RosterBatch,
    RosterChange,
    RosterQuestion,
    RosterRow,
)

__all__ = ["RosterBatch", "RosterChange", "RosterQuestion", "RosterRow", "jobs", "service"]
