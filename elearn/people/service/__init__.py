"""Changes to people: posts and units taken in, persons entered and joined, tenures kept."""

from elearn.people.service import listing
from elearn.people.service.corrections import (
    Wanted,
    apply_correction,
    ask_correction,
    refuse_correction,
)
from elearn.people.service.exclusions import Exclusion, end_exclusion, exclude_unit
from elearn.people.service.following import Followed, follow
from elearn.people.service.headcounts import (
    Declaration,
    declare_headcount,
    declare_headcounts,
    take_back_headcounts,
)
from elearn.people.service.joins import merge, undo_merge
from elearn.people.service.levels import Reached, add_qualification, review_levels
from elearn.people.service.moves import Move, transfer
from elearn.people.service.persons import add_person, edit_person
from elearn.people.service.planned import Plan, begin_planned, end_planned
from elearn.people.service.posts import load_posts
from elearn.people.service.proposals import (
    Beginning,
    Leaving,
    Settled,
    confirm_proposals,
    propose_begin,
    propose_end,
    refuse_proposal,
    withdraw_proposal,
)
from elearn.people.service.taking_back import take_back
from elearn.people.service.tenures import (
    Appointment,
    Correction,
    Ending,
    appoint,
    correct_tenure,
    end_tenure,
)
from elearn.people.service.unit_changes import (
    Relocation,
    Renaming,
    end_unit,
    move_unit,
    rename_unit,
)
from elearn.people.service.units import NewUnit, add_unit

__all__ = [
    "Appointment",
    "Beginning",
    "Correction",
    "Declaration",
    "Ending",
    "Exclusion",
    "Followed",
    "Leaving",
    "Move",
    "NewUnit",
    "Plan",
    "Reached",
    "Relocation",
    "Renaming",
    "Settled",
    "Wanted",
    "add_person",
    "add_qualification",
    "add_unit",
    "apply_correction",
    "appoint",
    "ask_correction",
    "begin_planned",
    "confirm_proposals",
    "correct_tenure",
    "declare_headcount",
    "declare_headcounts",
    "edit_person",
    "end_exclusion",
    "end_planned",
    "end_tenure",
    "end_unit",
    "exclude_unit",
    "follow",
    "listing",
    "load_posts",
    "merge",
    "move_unit",
    "propose_begin",
    "propose_end",
    "refuse_correction",
    "refuse_proposal",
    "rename_unit",
    "review_levels",
    "take_back",
    "take_back_headcounts",
    "transfer",
    "undo_merge",
    "withdraw_proposal",
]
