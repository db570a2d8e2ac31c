"""Pure decisions about people: entries, moves between posts, and levels of education."""

from elearn.people.rules.corrections import (
    CORRECTED_FIELD_NAMES,
    CORRECTION_STATE_NAMES,
    CorrectedField,
    CorrectionState,
    read_correction,
)
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
from elearn.people.rules.persons import UNBORN, NewPerson, address_of
from elearn.people.rules.printing import born_as_printed, unit_as_printed
from elearn.people.rules.proposals import (
    PROPOSAL_KIND_NAMES,
    PROPOSAL_STATE_NAMES,
    PROPOSED_LEVELS,
    ProposalKind,
    ProposalState,
    about,
    somebody_new,
    suits,
)
from elearn.people.rules.timeline import Timeline, timeline

__all__ = [
    "ATTAINMENTS",
    "ATTAINMENT_NAMES",
    "CORRECTED_FIELD_NAMES",
    "CORRECTION_STATE_NAMES",
    "END_REASON_NAMES",
    "FIELD_NAMES",
    "MOVE_NAMES",
    "MOVE_REASONS",
    "PROPOSAL_KIND_NAMES",
    "PROPOSAL_STATE_NAMES",
    "PROPOSED_LEVELS",
    "UNBORN",
    "Attainment",
    "CorrectedField",
    "CorrectionState",
    "EndReason",
    "Field",
    "MoveKind",
    "NewPerson",
    "ProposalKind",
    "ProposalState",
    "Timeline",
    "about",
    "address_of",
    "born_as_printed",
    "field_of",
    "highest",
    "read_correction",
    "somebody_new",
    "suits",
    "timeline",
    "unit_as_printed",
]
