"""Pure decisions about people: entries, moves between posts, and levels of education."""

from elearn.people.rules.levels import (
    ATTAINMENT_NAMES,
    ATTAINMENTS,
    FIELD_NAMES,
    Attainment,
    Field,
    field_of,
    highest,
)
from elearn.people.rules.moves import (
    END_REASON_NAMES,
    MOVE_NAMES,
    MOVE_REASONS,
    EndReason,
    MoveKind,
)
from elearn.people.rules.persons import NewPerson, address_of

__all__ = [
    "ATTAINMENTS",
    "ATTAINMENT_NAMES",
    "END_REASON_NAMES",
    "FIELD_NAMES",
    "MOVE_NAMES",
    "MOVE_REASONS",
    "Attainment",
    "EndReason",
    "Field",
    "MoveKind",
    "NewPerson",
    "address_of",
    "field_of",
    "highest",
]
